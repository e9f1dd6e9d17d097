import { FORMS_IN, type Cue } from './cue'
import { type Marked, comesBefore, countAt } from './phrases'
import { type Word, cueOfWords } from './reading'

const FULL_DATE = /^\d{1,4}\.\d{1,2}\.\d{1,4}$/
const YEAR = /^\d{4}$/
const SHORT = /^\d{1,2}$/
const DECADE_ENDINGS = new Set(['s'])
const DAY_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er'])
const SMALL_BEFORE_MONTH = new Set(['of', 'de', 'من', 'ماه', 'شهر'])
/** The years that a bare figure may mean, without a word that announces a date. */
const PLAIN_YEARS = [1900, 2099] as const
/** The years that a figure may mean after such a word or before an era, Hijri and solar years included. */
const CALLED_YEARS = [1000, 2199] as const

/** Dates, months, years, decades and centuries; marks their words as dated. */
export function dateCues(marked: Marked): Cue[] {
  const { words } = marked.reading
  const cues: Cue[] = []
  for (let at = 0; at < words.length;) {
    const span = spanAt(marked, at)
    if (span === null) {
      at++
      continue
    }
    cues.push(cueOfWords(marked.reading, 'date', span.first, span.after - span.first))
    marked.dated.fill(1, span.first, span.after)
    at = Math.max(at + 1, span.after)
  }
  return cues
}

type Run = { first: number; after: number }

function spanAt(marked: Marked, at: number): Run | null {
  const word = marked.reading.words[at]
  if (!word || marked.dated[at] === 1) return null
  const decade = countAt(marked, 'decade', at)
  if (decade > 0) return { first: at, after: at + decade }
  return figures(marked, at) ?? monthDate(marked, at) ?? century(marked, at) ?? year(marked, at)
}

function figureAt(marked: Marked, at: number, shape: RegExp): boolean {
  const word = marked.reading.words[at]
  return word !== undefined && word.figure && shape.test(word.folded)
}

/** The characters between two words: a space, a slash, a hyphen. */
function gapBefore({ reading }: Marked, at: number): string {
  const word = reading.words[at]
  const before = reading.words[at - 1]
  return word && before ? reading.folded.slice(before.to, word.from) : ''
}

/** 2017-06-28, 28/6/2017, 28.06.2017. */
function figures(marked: Marked, at: number): Run | null {
  if (figureAt(marked, at, FULL_DATE)) return { first: at, after: at + 1 }
  const sign = gapBefore(marked, at + 1)
  if (sign !== '-' && sign !== '/') return null
  if (gapBefore(marked, at + 2) !== sign) return null
  const shapes = [YEAR, SHORT, SHORT]
  const inOrder = (order: RegExp[]) => order.every((shape, part) => figureAt(marked, at + part, shape))
  return inOrder(shapes) || inOrder(shapes.toReversed()) ? { first: at, after: at + 3 } : null
}

function monthDate(marked: Marked, at: number): Run | null {
  const { words } = marked.reading
  const strong = countAt(marked, 'month', at)
  const count = Math.max(strong, countAt(marked, 'weakMonth', at))
  if (count === 0) return null
  let first = at
  let after = at + count
  while (gapBefore(marked, after).trim() === '/' && monthWords(marked, after) > 0)
    after += monthWords(marked, after)
  const day = dayBefore(marked, at)
  if (day !== null) first = day
  const figureAfter = /^,? ?$/.test(gapBefore(marked, after)) && figureAt(marked, after, SHORT)
  if (day === null && figureAfter && isLatin(words[at])) after++
  if (day === null && after < words.length && DAY_ENDINGS.has(words[after]?.folded ?? '')) {
    if (figureAt(marked, after - 1, SHORT)) after++
  }
  const withYear = yearAfter(marked, after)
  const anchored = first < at || withYear > at + count || after > at + count
  const weak = strong === 0 && !anchored && !comesBefore(marked, 'datePlace', at)
  return weak || (strong === 0 && !anchored && isSmallModal(marked, at)) ? null : { first, after: withYear }
}

/** Whether `may` or `march` is a verb, since it has no capital where months have one. */
function isSmallModal({ reading }: Marked, at: number): boolean {
  const word = reading.words[at]
  const letter = reading.text.charAt(word?.start ?? 0)
  const { language } = reading
  return language !== null && FORMS_IN[language].monthsBeginLarge && letter === letter.toLowerCase()
}

function isLatin(word: Word | undefined): boolean {
  return /^[a-z]/.test(word?.folded ?? '')
}

function monthWords(marked: Marked, at: number): number {
  return Math.max(countAt(marked, 'month', at), countAt(marked, 'weakMonth', at))
}

/** The start of the day before a month: `29`, `29th of`, `1er`, `29 من`. */
function dayBefore(marked: Marked, at: number): number | null {
  const { words } = marked.reading
  let day = at - 1
  if (!words[at]?.joined) return null
  if (SMALL_BEFORE_MONTH.has(words[day]?.folded ?? '') && words[day]?.joined) day--
  if (DAY_ENDINGS.has(words[day]?.folded ?? '') && words[day]?.joined) day--
  if (!figureAt(marked, day, SHORT)) return null
  const range = gapBefore(marked, day)
  return /^[-–]$/.test(range) && figureAt(marked, day - 1, SHORT) ? day - 1 : day
}

/** The end of a year after a month: `2017`, `, 2017`, `عام 2017`, `من عام 2017`. */
function yearAfter(marked: Marked, at: number): number {
  const { words } = marked.reading
  let next = at
  if (SMALL_BEFORE_MONTH.has(words[next]?.folded ?? '')) next++
  next += countAt(marked, 'yearWord', next)
  const gap = gapBefore(marked, next)
  if (!figureAt(marked, next, YEAR) || !/^(?:,? ?)$/.test(gap)) return at
  return eraEnd(marked, next + 1)
}

function eraEnd(marked: Marked, at: number): number {
  const gap = gapBefore(marked, at)
  return /^ ?[(]?$/.test(gap) ? at + countAt(marked, 'era', at) : at
}

function century(marked: Marked, at: number): Run | null {
  const { words } = marked.reading
  const count = countAt(marked, 'century', at)
  if (count > 0) {
    const ordinal = countAt(marked, 'ordinal', at + count)
    if (ordinal > 0 && words[at + count]?.joined) return { first: at, after: at + count + ordinal }
    if (words[at + count]?.joined && words[at + count]?.figure) return { first: at, after: at + count + 1 }
    for (let back = 1; back <= 3; back++) {
      const fits = countAt(marked, 'ordinal', at - back) === back || isOrdinalFigure(marked, at, back)
      if (fits && words[at]?.joined) return { first: at - back, after: eraEnd(marked, at + count) }
    }
  }
  return null
}

/** `19th century`, `19e siècle`, `XIXe siècle`. */
function isOrdinalFigure(marked: Marked, at: number, back: number): boolean {
  const { words } = marked.reading
  const last = words[at - 1]?.folded ?? ''
  if (back === 1) return /^[ivx]{1,5}e?$/.test(last)
  return back === 2 && figureAt(marked, at - 2, SHORT) && /^(?:st|nd|rd|th|e|er|eme)$/.test(last)
}

function year(marked: Marked, at: number): Run | null {
  const { words } = marked.reading
  const word = words[at]
  if (!word?.figure) return null
  const era = eraEnd(marked, at + 1)
  const called = comesBefore(marked, 'yearWord', at)
  const first = called ? at - (countAt(marked, 'yearWord', at - 1) === 1 ? 1 : 2) : at
  if (era > at + 1 && /^\d{1,4}$/.test(word.folded) && isEra(marked, at + 1)) return { first, after: era }
  if (!YEAR.test(word.folded)) return null
  const value = Number(word.folded)
  const next = words[at + 1]
  if (next && next.from === word.to && !DECADE_ENDINGS.has(next.folded) && /^[a-z]/.test(next.folded))
    return null
  const decade = next?.from === word.to && DECADE_ENDINGS.has(next.folded)
  const anchored = called || comesBefore(marked, 'datePlace', at)
  const [low, high] = anchored || decade ? CALLED_YEARS : PLAIN_YEARS
  if (value < low || value > high || (!called && isAmount(marked, at))) return null
  return { first, after: rangeEnd(marked, decade ? at + 2 : at + 1) }
}

/** Whether a bare م or ه after a figure is an era: only directly after it, or after a year. */
function isEra(marked: Marked, at: number): boolean {
  const word = marked.reading.words[at]
  return (word?.folded.length ?? 0) > 1 || figureAt(marked, at - 1, /^\d{3,4}$/)
}

function isAmount(marked: Marked, at: number): boolean {
  const { words, folded } = marked.reading
  const word = words[at]
  if (/[$€£¥₽]/.test(folded.slice(Math.max(0, (word?.from ?? 0) - 2), word?.from))) return true
  if (/^ ?[%٪$€£¥₽]/.test(folded.slice(word?.to ?? 0, (word?.to ?? 0) + 2))) return true
  if (comesBefore(marked, 'about', at)) return true
  return (
    words[at + 1]?.joined === true &&
    (countAt(marked, 'amount', at + 1) > 0 || countAt(marked, 'unit', at + 1) > 0)
  )
}

/** 2017-2018, 2017–18. */
function rangeEnd(marked: Marked, at: number): number {
  const range = /^[-–/]$/.test(gapBefore(marked, at)) && figureAt(marked, at, /^(?:\d{4}|\d{2})$/)
  return eraEnd(marked, range ? at + 1 : at)
}
