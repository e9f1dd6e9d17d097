import { foldSpelling, originalSpan } from './fold'
import { boundaryAfter, boundaryBefore, isBoundary } from './grapheme'
import type { Span } from './locate'
import { occurrences } from './occurrences'

/** Terms beyond this many are ignored. */
export const MAX_TERMS = 8

/**
 * The terms of a search, in the spelling fold: words separated by white space, a "quoted phrase" as one. Repeated terms count once,
 * control characters are dropped, and there are at most MAX_TERMS.
 */
export function searchTerms(query: string): string[] {
  const { folded } = foldSpelling(query.replace(/[^\P{Cc}\s]/gu, ''))
  const terms: string[] = []
  const pieces = folded.split('"')
  pieces.forEach((piece, index) => {
    const closedPhrase = index % 2 === 1 && index < pieces.length - 1
    const found = closedPhrase ? [piece.trim()] : piece.split(' ')
    for (const term of found) {
      if (term !== '' && terms.length < MAX_TERMS && !terms.includes(term)) terms.push(term)
    }
  })
  return terms
}

/** What Arabic joins to the front of a word, when at least three letters remain. */
const JOINED = /^[وف]?(?:ال|[بك]ال|لل|[بكل])?(?=[\u0621-\u064a]{3})/
const ANY_JOINED = '[وف]?(?:ال|[بك]ال|لل|[بكل])?'
const ARABIC_WORD = /^[\u0621-\u064a]+$/

/**
 * A regular expression for near forms of a folded term, for JavaScript and PostgreSQL alike; null when it has none. An
 * Arabic word is near to the same word with other things joined to its front: وللمسؤول, المسؤول, مسؤول.
 */
export function nearForms(term: string): string | null {
  if (!ARABIC_WORD.test(term)) return null
  const bare = term.replace(JOINED, '')
  return bare === term ? null : `(?<![\\u0621-\\u064a])${ANY_JOINED}${bare}(?![\\u0621-\\u064a])`
}

/** The folded query as one phrase; null when it has only one term, and all matches are equally near to it. */
export function wholePhrase(query: string): string | null {
  const phrase = foldSpelling(query.replace(/[^\P{Cc}\s]/gu, ''))
    .folded.replace(/"/g, '')
    .trim()
  const terms = searchTerms(query)
  const hasNear = terms.some((term) => nearForms(term) !== null)
  return terms.length > 1 || hasNear ? phrase : null
}

/** The SQL `like` pattern for texts that contain the term literally. */
export const likePattern = (term: string) => `%${term.replace(/[\\%_]/g, '\\$&')}%`

/**
 * The matches of a search, for highlighting: ordered, non-overlapping spans, half-open in UTF-16 units. Empty unless
 * every term matches. Matches of neighbouring terms with only white space between them become one span.
 */
export function findMatches(text: string, query: string): Span[] {
  const terms = searchTerms(query)
  const { folded, map } = foldSpelling(text)
  const hits: (Span & { first: number; last: number })[] = []
  for (const [index, term] of terms.entries()) {
    let found = false
    let covered = 0
    for (const { start: from, end: to } of placesOf(folded, term)) {
      found = true
      if (!isBoundary(folded, from)) continue
      const span = originalSpan({ map, text }, from, to)
      // Skips positions that an earlier match covers, so that one endless letter takes linear time.
      const start = span.start < covered ? span.start : boundaryBefore(text, span.start)
      if (span.end > covered) covered = boundaryAfter(text, span.end)
      else if (start < covered) continue
      hits.push({ start, end: covered, first: index, last: index })
    }
    if (!found) return []
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  return joined(text, hits)
}

/** Where a folded text has a term, or else a near form of it. */
function placesOf(folded: string, term: string): Span[] {
  const exact = occurrences(folded, term).map((start) => ({ start, end: start + term.length }))
  const near = exact.length > 0 ? null : nearForms(term)
  if (near === null) return exact
  return [...folded.matchAll(new RegExp(near, 'g'))].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }))
}

function joined(text: string, hits: (Span & { first: number; last: number })[]): Span[] {
  const spans: (Span & { first: number; last: number })[] = []
  for (const hit of hits) {
    const previous = spans.at(-1)
    const overlaps = previous !== undefined && hit.start < previous.end
    const continues =
      previous !== undefined &&
      hit.first === previous.last + 1 &&
      text.slice(previous.end, hit.start).trim() === ''
    if (previous && (overlaps || continues)) {
      previous.end = Math.max(previous.end, hit.end)
      if (hit.end === previous.end) previous.last = hit.last
    } else {
      spans.push({ ...hit })
    }
  }
  return spans.map(({ start, end }) => ({ start, end }))
}
