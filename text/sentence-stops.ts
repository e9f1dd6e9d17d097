import { boundaryAfter, boundaryBefore } from './grapheme'
import { noteEnd } from './note-marks'
import type { Span } from './sentence-lines'

/** A point where a sentence may end, in UTF-16 offsets. */
export type Stop = {
  /** The marks themselves (".", "?!", "..."); empty where only the segmenter sees an end. */
  marks: string
  /** The start of the marks. */
  at: number
  /** The end of the marks and everything that closes with them: quotation marks, brackets, references. */
  end: number
  /** The start of the following text, after white space. */
  next: number
}

const MARKS = /[\p{Sentence_Terminal}\u2026]+/gu
const INVISIBLE = '\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069'
/** Marks that may follow a stop and close with it. A mark whose position shows that it opens does not. */
const CLOSING = new RegExp(`[${INVISIBLE}"'\u201c\u201d\u201e\u201f\u00ab\u00bb\\p{Pe}\\p{Pf}]`, 'u')
/** A closing mark after a space, as in French typography. */
const SPACED_CLOSING = /[ \u00a0\u2009\u202f]["\u201c\u201d\u00ab\u00bb\u203a)\]](?![\p{L}\p{N}])/uy
const BLANKS = /\s*/y
const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]/g
/** Letters outside the scripts whose marks MARKS lists in full; for those, the segmenter knows more. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]/u
/**
 * How much text the segmenter gets at once. Its time grows with the square of the length and is minutes for a million
 * units.
 */
const WINDOW = 2_000

/**
 * Every point in a part of the text where a sentence may end, in order: all sentence marks, including those that the
 * segmenter skips ("June.Nobody", "… The", "rose. 40 people"), and ends that only the segmenter finds. `opens` tells
 * whether a quotation mark or bracket at an offset opens.
 */
export function stopsOf(
  text: string,
  { start, end }: Span,
  segmenter: Intl.Segmenter,
  opens: (at: number) => boolean,
): Stop[] {
  const written = text.slice(start, end)
  const stops: Stop[] = []
  for (const { 0: marks, index } of written.matchAll(MARKS)) {
    const closed = boundaryAfter(
      written,
      closedAt(written, index + marks.length, (at) => opens(start + at)),
    )
    const next = boundaryBefore(written, after(BLANKS, written, closed))
    stops.push({ marks, at: start + index, end: start + closed, next: start + next })
  }
  if (!OTHER_SCRIPT.test(written)) return stops
  const unmarked = segmentStarts(written, segmenter).flatMap((found): Stop[] => {
    const next = boundaryBefore(written, found)
    const at = boundaryAfter(written, blanksBegin(written, next))
    return at > 0 ? [{ marks: '', at: start + at, end: start + at, next: start + next }] : []
  })
  return merged(stops, unmarked)
}

/** Merges both lists in order, leaving out the segmenter's ends within a marked stop. */
function merged(marked: Stop[], unmarked: Stop[]): Stop[] {
  const all: Stop[] = []
  let index = 0
  let passed = 0
  for (const stop of unmarked) {
    for (let one = marked[index]; one && one.at < stop.next; one = marked[++index]) {
      all.push(one)
      passed = one.next
    }
    if (stop.at > passed) all.push(stop)
  }
  return all.concat(marked.slice(index))
}

function closedAt(written: string, at: number, opens: (at: number) => boolean): number {
  let end = at
  for (;;) {
    const noted = noteEnd(written, end)
    const spaced = after(SPACED_CLOSING, written, noted)
    if (noted > end) end = noted
    else if (CLOSING.test(written.charAt(end)) && !opens(end)) end++
    else if (spaced > end && !opens(spaced - 1)) end = spaced
    else return end
  }
}

function after(sticky: RegExp, written: string, at: number): number {
  sticky.lastIndex = at
  return at + (sticky.exec(written)?.[0].length ?? 0)
}

function blanksBegin(written: string, at: number): number {
  let end = at
  while (end > 0 && /\s/.test(written.charAt(end - 1))) end--
  return end
}

/**
 * Where the segmenter starts a sentence, except the first. A sentence longer than the window gets a longer window.
 */
function segmentStarts(written: string, segmenter: Intl.Segmenter): number[] {
  const found: number[] = []
  const flat = written.replace(LINE_BREAKS, ' ')
  let from = 0
  let size = WINDOW
  while (from < flat.length) {
    const starts: number[] = []
    for (const { index } of segmenter.segment(flat.slice(from, from + size))) {
      if (index > 0) starts.push(from + index)
      if (index > 0 && size > WINDOW) break
    }
    for (const one of starts) found.push(one)
    const last = starts.at(-1)
    if (last === undefined || (size === WINDOW && from + size >= flat.length)) {
      if (from + size >= flat.length) return found
      size *= 2
    } else {
      from = last
      size = WINDOW
    }
  }
  return found
}
