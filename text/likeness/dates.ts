import type { Span } from '../locate'
import { DATE_LINKS, MONTHS, TIME_PLACES, WEAK_MONTHS, WEEKDAYS, YEAR_WORDS } from './date-words'
import { withoutAnd, type Token } from './tokens'

/** A day, a month or a year in a text. `key` is equal for equal dates. `tokens` are half-open. */
export type DateRead = { key: string; tokens: Span }

const isDay = (token: Token | undefined) =>
  token?.kind === 'number' && /^\d{1,2}$/.test(token.folded) && Number(token.folded) <= 31
const isYear = (token: Token | undefined) =>
  token?.kind === 'number' && /^(?:1\d|2[01])\d{2}$/.test(token.folded)
const isMark = (token: Token | undefined, marks: string) =>
  token?.kind === 'mark' && marks.includes(token.folded)
const isLink = (token: Token | undefined) => token?.kind === 'word' && DATE_LINKS.has(token.folded)

/** The date that begins at a token, or whose month stands there with the day before it; null for none. */
export function dateAt(tokens: readonly Token[], at: number): DateRead | null {
  return inFigures(tokens, at) ?? byMonth(tokens, at) ?? byWeekday(tokens, at) ?? bareYear(tokens, at)
}

/** 2017-06-28, 28/6/2017, 28.06.2017. */
function inFigures(tokens: readonly Token[], at: number): DateRead | null {
  const [first, one, second, other, third] = tokens.slice(at, at + 5)
  if (first?.kind !== 'number') return null
  if (/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(first.folded))
    return { key: first.folded, tokens: { start: at, end: at + 1 } }
  const joined = isMark(one, '-/') && one?.folded === other?.folded
  if (!joined || second?.kind !== 'number' || third?.kind !== 'number') return null
  if ([one, second, other, third].some((token) => token?.apart)) return null
  const parts = [first, second, third].map((token) => Number(token.folded))
  const key = isYear(first) ? parts.join('-') : parts.join('/')
  return { key, tokens: { start: at, end: at + 5 } }
}

/** The month that is named here, and its number of tokens. */
function monthAt(tokens: readonly Token[], at: number): { month: number; count: number } | null {
  const [one, two] = [tokens[at], tokens[at + 1]]
  if (one?.kind !== 'word') return null
  const pair = MONTHS.get(`${one.folded}|${two?.folded ?? ''}`)
  if (pair !== undefined) return { month: pair, count: 2 }
  const month = MONTHS.get(one.folded)
  return month === undefined ? null : { month, count: 1 }
}

function byMonth(tokens: readonly Token[], from: number): DateRead | null {
  let at = from
  const day = isDay(tokens[at]) ? tokens[at] : undefined
  if (day) {
    at++
    for (let links = 0; links < 2 && isLink(tokens[at]); links++) at++
  }
  const named = monthAt(tokens, at)
  if (!named) return null
  let end = at + named.count
  let after = day
  if (!day && isDay(tokens[end]) && /^[a-z]/.test(tokens[at]?.folded ?? '')) {
    after = tokens[end]
    end++
    if (isLink(tokens[end])) end++
  }
  const year = yearAfter(tokens, end)
  const word = tokens[at]
  const isWeak = !after && !year && WEAK_MONTHS.has(word?.folded ?? '')
  if (isWeak && !(followsTimeWord(tokens, at) && !/^[a-z]/.test(word?.written ?? ''))) return null
  const yearToken = year === null ? undefined : tokens[year]
  const key = `${yearToken?.folded ?? ''}-${named.month}-${after ? Number(after.folded) : ''}`
  return { key, tokens: { start: from, end: year === null ? end : year + 1 } }
}

function yearAfter(tokens: readonly Token[], end: number): number | null {
  let at = end
  if (isMark(tokens[at], ',،')) at++
  for (let links = 0; links < 2 && isLink(tokens[at]); links++) at++
  return isYear(tokens[at]) ? at : null
}

const followsTimeWord = (tokens: readonly Token[], at: number) => {
  const before = tokens[at - 1]
  return before?.kind === 'word' && TIME_PLACES.has(withoutAnd(before.folded))
}

function byWeekday(tokens: readonly Token[], at: number): DateRead | null {
  const day = WEEKDAYS.get(tokens[at]?.folded ?? '')
  return day === undefined ? null : { key: `w${day}`, tokens: { start: at, end: at + 1 } }
}

function bareYear(tokens: readonly Token[], at: number): DateRead | null {
  if (YEAR_WORDS.has(tokens[at]?.folded ?? '') && isYear(tokens[at + 1]))
    return { key: `${tokens[at + 1]?.folded}--`, tokens: { start: at, end: at + 2 } }
  const next = tokens[at + 1]
  if (!isYear(tokens[at]) || !followsTimeWord(tokens, at) || isMark(next, '%٪‰')) return null
  return { key: `${tokens[at]?.folded}--`, tokens: { start: at, end: at + 1 } }
}
