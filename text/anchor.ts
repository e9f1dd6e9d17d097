import { isBoundary } from './grapheme'
import { SEPARATOR } from './reading'
import { wholeWords } from './word-edges'

/** UTF-16 units of context kept on each side of a quote. */
export const CONTEXT_UNITS = 32

export type AnchorText = { quote: string; prefix: string; suffix: string; start: number; end: number }

/**
 * The quote of a span of a reading with up to 32 units of its part on each side, none beginning or ending inside a
 * letter.
 */
export function anchorAt(text: string, start: number, end: number): AnchorText {
  let before = Math.max(0, start - CONTEXT_UNITS)
  before += text.slice(before, start).lastIndexOf(SEPARATOR) + SEPARATOR.length
  while (before < start && !isBoundary(text, before)) before++
  const behind = text.slice(end, end + CONTEXT_UNITS)
  const edge = behind.indexOf(SEPARATOR)
  let after = end + (edge === -1 ? behind.length : edge)
  while (after > end && !isBoundary(text, after)) after--
  return {
    quote: text.slice(start, end),
    prefix: text.slice(before, start),
    suffix: text.slice(end, after),
    start,
    end,
  }
}

/**
 * A reader's selection without the white space at its ends, widened to whole words and numbers. Null when nothing is left,
 * and when it reaches from one part of a reading into another. Offsets out of range are clamped, and swapped when they
 * come the wrong way round.
 */
export function snapSelection(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | null {
  const clamp = (offset: number) => Math.min(Math.max(0, Math.trunc(offset) || 0), text.length)
  let from = Math.min(clamp(start), clamp(end))
  let to = Math.max(clamp(start), clamp(end))
  while (from < to && isSkipped(text.charAt(from))) from++
  while (to > from && isBlank(text.charAt(to - 1))) to--
  if (from >= to || text.slice(from, to).includes(SEPARATOR)) return null
  return wholeWords(text, { start: from, end: to })
}

/** A joiner belongs to the letter before it, which a selection that begins with the joiner does not mean. */
function isSkipped(unit: string): boolean {
  return isBlank(unit) || unit === '\u200c' || unit === '\u200d'
}

function isBlank(unit: string): boolean {
  return /^\s$/.test(unit)
}

/** The same span counted in code points, as W3C selectors, Postgres and Python count. */
export function codePointOffsets(text: string, start: number, end: number): { start: number; end: number } {
  const first = countCodePoints(text, 0, start)
  return { start: first, end: first + countCodePoints(text, start, end) }
}

function countCodePoints(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; count++) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  }
  return count
}
