import { type Folded, fold, foldTyped, originalSpan } from './fold'
import { isBoundary } from './grapheme'
import { type Noteless, withoutNotes } from './note-marks'
import { occurrences } from './occurrences'
import { isVisible } from './visible'
import { standsWhole } from './word-edges'

/** Half-open, in UTF-16 units. */
export type Span = { start: number; end: number }

export type Located = ({ kind: 'span' } & Span) | { kind: 'ambiguous'; candidates: Span[] } | null

/** Known context: the text before and after the quote, and its former start. */
export type QuoteContext = { prefix?: string; suffix?: string; hint?: number }

/** The most candidates in an ambiguous answer. */
export const MAX_CANDIDATES = 20

/**
 * How many more folded units of context one copy must match than any other copy, when none matches fully. It is about
 * two words, because a shared comma or "the" must not decide.
 */
export const CLEAR_LEAD = 8

/**
 * Finds a quote in a text, first exactly, then by the anchor fold, then by the typed fold, and only where it begins and
 * ends at whole words and numbers. A single copy is the answer, whatever surrounds it. Of several copies the answer is the one whose
 * surroundings agree with prefix and suffix in full, or longer by CLEAR_LEAD than those of any other; of copies that
 * agree in full, the one that starts exactly at the hint. A hint without context chooses only a copy that starts
 * exactly there. What is still undecided is `ambiguous`, with at most MAX_CANDIDATES copies. A quote that is not found
 * is searched once more without the note marks of both texts, because readers' programs copy them or leave them out.
 * Null when there is no copy, and for a quote without visible characters.
 */
export function locateQuote(text: string, quote: string, context: QuoteContext = {}): Located {
  return locatorOf(text)(quote, context)
}

/** Like `locateQuote`, for many quotes in one text: the first quote that needs it folds the text, once. */
export function locatorOf(text: string): (quote: string, context?: QuoteContext) => Located {
  let kept: Folded | undefined
  let keptTyped: Folded | undefined
  let keptNoteless: NotelessText | undefined
  const noteless = () => (keptNoteless ??= notelessText(text))
  return (quote, context = {}) => {
    if (!isVisible(quote)) return null
    const whole = (span: Span) => standsWhole(text, span)
    const exact = exactSpans(text, quote).filter(whole)
    if (exact.length === 1) return chosen(exact[0])
    const folded = (kept ??= fold(text))
    const candidates = firstFound([
      () => exact,
      () => foldedSpans(text, folded, quote).filter(whole),
      () => foldedSpans(text, (keptTyped ??= foldTyped(text)), quote, { by: foldTyped }).filter(whole),
      () => notelessSpans(text, quote, noteless),
    ])
    if (candidates.length <= 1) return chosen(candidates[0])
    return chosen(choose(folded, candidates, context)) ?? ambiguous(candidates)
  }
}

function firstFound(ways: readonly (() => Span[])[]): Span[] {
  for (const way of ways) {
    const spans = way()
    if (spans.length > 0) return spans
  }
  return []
}

function chosen(span: Span | undefined): Located {
  return span ? { kind: 'span', start: span.start, end: span.end } : null
}

function ambiguous(candidates: Span[]): Located {
  return { kind: 'ambiguous', candidates: candidates.slice(0, MAX_CANDIDATES) }
}

/** A joiner belongs to the letter before it; a quote without it has the same words (`می` in `می‌گوید`). */
function pastJoiners(text: string, at: number): number {
  let end = at
  while (!isBoundary(text, end) && /[\u200c\u200d]/.test(text.charAt(end))) end++
  return end
}

function exactSpans(text: string, quote: string): Span[] {
  const spans: Span[] = []
  for (const start of occurrences(text, quote)) {
    const end = pastJoiners(text, start + quote.length)
    if (isBoundary(text, start) && isBoundary(text, end)) spans.push({ start, end })
  }
  return spans
}

/**
 * Every span where the quote stands by a fold, with whole letters. `source` is that fold of `text`.
 * @param how the searched part of the text, by default all of it; and the fold, by default the anchor fold
 */
export function foldedSpans(
  text: string,
  source: Folded,
  quote: string,
  {
    within = { start: 0, end: text.length },
    by = fold,
  }: { within?: Span; by?: (text: string) => Folded } = {},
): Span[] {
  const { folded, map } = source
  const wanted = by(quote).folded.trim()
  const spans: Span[] = []
  const first = foldedIndex(map, within.start)
  const last = within.end >= text.length ? folded.length : foldedIndex(map, within.end)
  for (const offset of occurrences(folded.slice(first, last), wanted)) {
    const from = first + offset
    const to = from + wanted.length
    if (map[from] === map[from - 1] || map[to] === map[to - 1]) continue
    if (!isBoundary(folded, from) || !isBoundary(folded, to)) continue
    const found = originalSpan({ map, text }, from, to)
    const span = { start: found.start, end: pastJoiners(text, found.end) }
    const cutsLetter = (from > 0 && (map[from - 1] ?? 0) >= span.start) || (map[to] ?? text.length) < span.end
    if (!cutsLetter && isBoundary(text, span.start) && isBoundary(text, span.end)) spans.push(span)
  }
  return spans
}

type NotelessText = { source: Noteless | null; text: string; folded: Folded }

function notelessText(text: string): NotelessText {
  const source = withoutNotes(text)
  const kept = source?.text ?? text
  return { source, text: kept, folded: fold(kept) }
}

/** Spans where text and quote agree without their note marks. A note mark that a span's end would cut is included. */
function notelessSpans(text: string, quote: string, textOf: () => NotelessText): Span[] {
  const bare = withoutNotes(quote)?.text ?? quote
  if (!isVisible(bare)) return []
  const { source, text: kept, folded } = textOf()
  if (!source && bare === quote) return []
  return foldedSpans(kept, folded, bare)
    .filter((span) => standsWhole(kept, span))
    .map((span) => {
      const found = source?.original(span, false) ?? span
      return standsWhole(text, found) ? found : (source?.original(span, true) ?? span)
    })
    .filter((span) => standsWhole(text, span))
}

function choose(source: Folded, candidates: Span[], context: QuoteContext): Span | undefined {
  const prefix = fold(context.prefix ?? '').folded.trim()
  const suffix = fold(context.suffix ?? '').folded.trim()
  const atHint = (spans: Span[]) => spans.find((span) => span.start === context.hint)
  if (prefix === '' && suffix === '') return atHint(candidates)

  const agreeing: Span[] = []
  let best: Span | undefined
  let bestScore = -1
  let secondScore = -1
  for (const span of candidates) {
    const score =
      agreementBefore(source.folded, foldedIndex(source.map, span.start), prefix) +
      agreementAfter(source.folded, foldedIndex(source.map, span.end), suffix)
    if (score === prefix.length + suffix.length) agreeing.push(span)
    if (score > bestScore) {
      secondScore = bestScore
      bestScore = score
      best = span
    } else if (score > secondScore) {
      secondScore = score
    }
  }
  if (agreeing.length > 0) return agreeing.length === 1 ? agreeing[0] : atHint(agreeing)
  return bestScore - secondScore >= CLEAR_LEAD ? best : undefined
}

/** The first folded unit whose original offset is `offset` or later. */
function foldedIndex(map: Uint32Array, offset: number): number {
  let low = 0
  let high = map.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((map[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** How many units at the end of `prefix` match the text before `at`; white space at the joint may differ. */
function agreementBefore(folded: string, at: number, prefix: string): number {
  const from = folded.charAt(at - 1) === ' ' ? at - 1 : at
  let agreed = 0
  while (agreed < prefix.length && folded[from - 1 - agreed] === prefix[prefix.length - 1 - agreed]) agreed++
  return agreed
}

function agreementAfter(folded: string, at: number, suffix: string): number {
  const from = folded.charAt(at) === ' ' ? at + 1 : at
  let agreed = 0
  while (agreed < suffix.length && folded[from + agreed] === suffix[agreed]) agreed++
  return agreed
}
