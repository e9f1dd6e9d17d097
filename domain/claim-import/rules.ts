import { brokenRule, QUOTE_MAX } from '@/domain/claim/rules'
import type { NewClaim } from '@/domain/claim/schema'
import type { Issue } from '@/domain/errors'
import { anchorAt } from '@/text/anchor'
import { locateAll, type OfferedQuote, type LocatedQuote } from '@/text/locate-quotes'
import type { ChosenRow, ImportRow } from './schema'
import { ROW_OUTCOMES, type OutcomeCounts, type RowResult } from './shape'

export type Standing = { number: number; start: number; end: number }

export type LocatedRow = { listed: ImportRow } & LocatedQuote & Partial<OfferedQuote>

const NOWHERE: LocatedQuote = { found: null, words: null }

/** The words of each usable row, to be located in the text. */
export const quotesOf = (rows: readonly ImportRow[]) =>
  rows.flatMap((listed) => {
    if (listed.issues) return []
    const { quote, prefix, suffix, start, part } = listed.claim
    return [{ quote, prefix, suffix, hint: start, part }]
  })

/** Joins each row with its located words. `located` holds the results for the rows of `quotesOf`. */
export function locatedRows(rows: readonly ImportRow[], located: readonly LocatedQuote[]): LocatedRow[] {
  let next = 0
  return rows.map((listed) => ({ listed, ...((listed.issues ? null : located[next++]) ?? NOWHERE) }))
}

const brokenIn = (claim: NewClaim): Issue[] => {
  const broken = brokenRule({ ...claim, stances: claim.sources.map((source) => source.stance) })
  return broken ? [broken] : []
}

function lineOf(listed: ImportRow): RowResult {
  const claim = listed.issues ? null : listed.claim
  return {
    row: listed.row,
    outcome: listed.issues ? 'wrong' : 'missing',
    quote: listed.issues ? listed.quote : listed.claim.quote,
    status: claim?.status ?? null,
    finding: claim?.finding ?? '',
    sources: claim?.sources.length ?? 0,
    place: null,
    candidates: [],
    near: [],
    claim: null,
    sameAs: null,
    issues: listed.issues ?? [],
  }
}

/** The outcome of each row, given the claims that already stand in the text. */
export function outcomesOf(
  text: string,
  standing: readonly Standing[],
  located: readonly LocatedRow[],
): RowResult[] {
  const keyOf = (span: { start: number; end: number }) => `${span.start}-${span.end}`
  const claims = new Map(standing.map((claim) => [keyOf(claim), claim.number]))
  const taken = new Map<string, number>()
  return located.map(({ listed, found, near: nearest = [] }): RowResult => {
    const line = lineOf(listed)
    if (listed.issues) return line
    const issues = brokenIn(listed.claim)
    if (found === null) {
      const near = nearest.filter(({ quote }) => quote.length <= QUOTE_MAX)
      return near.length === 0 ? line : { ...line, near, issues }
    }
    if (found.kind === 'ambiguous') {
      const candidates = found.candidates.map(({ start, end }) => anchorAt(text, start, end))
      return { ...line, outcome: 'ambiguous', candidates, issues }
    }
    const key = keyOf(found)
    const place = anchorAt(text, found.start, found.end)
    const claim = claims.get(key)
    if (claim !== undefined) return { ...line, outcome: 'existing', place, claim }
    const sameAs = taken.get(key)
    if (sameAs !== undefined) return { ...line, outcome: 'duplicate', place, sameAs }
    taken.set(key, listed.row)
    return { ...line, outcome: issues.length > 0 ? 'broken' : 'anchored', place, issues }
  })
}

/** Locates rows in a text and decides which of them may become claims. */
export const outcomesIn = (text: string, standing: readonly Standing[], rows: readonly ImportRow[]) =>
  outcomesOf(text, standing, locatedRows(rows, locateAll({ text, quotes: quotesOf(rows) })))

export function countOutcomes(lines: readonly RowResult[]): OutcomeCounts {
  const counts = Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeCounts
  for (const line of lines) counts[line.outcome] += 1
  return counts
}

/**
 * The rows that somebody chose: each on the chosen copy or on the suggested words, and without its verdict if that was
 * dropped.
 */
export function chosenRows(rows: readonly ImportRow[], chosen: readonly ChosenRow[]): ImportRow[] {
  const choices = new Map(chosen.map((choice) => [choice.row, choice]))
  return rows.flatMap((listed): ImportRow[] => {
    const choice = choices.get(listed.row)
    if (!choice) return []
    if (listed.issues) return [listed]
    const { prefix, suffix, start, ...claim } = listed.claim
    const at =
      choice.start === undefined
        ? { prefix, suffix, start }
        : { start: choice.start, ...(choice.quote !== undefined && { quote: choice.quote }) }
    return [
      { row: listed.row, claim: { ...claim, ...at, ...(choice.asUnreviewed && { status: 'unreviewed' }) } },
    ]
  })
}
