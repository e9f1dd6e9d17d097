import type { Span } from '../locate'
import { quotationsOf } from '../quotations'
import { standsWhole } from '../word-edges'

const LINE_END = /[\n\r\u2028\u2029\0]/
const WORDLY = /[\p{L}\p{N}]/u
/** A longer line is not a paragraph. Marks are then searched only this far on each side. */
const FARTHEST = 5_000

/**
 * Widens words by a quotation mark or bracket directly outside of them when its partner is inside. Otherwise, and when
 * the partner is too far away, the words stay as they are.
 */
export function withPartners(text: string, words: Span): Span {
  const { start, end } = words
  const line = lineAround(text, words)
  const { enclosures } = quotationsOf(text, line.start, line.end)
  const within = (at: number) => at >= start && at < end
  const wordless = (from: number, to: number) => from <= to && !WORDLY.test(text.slice(from, to))
  let wider = words
  for (const { open, close } of enclosures) {
    if (within(open) && wordless(end, close)) wider = { ...wider, end: Math.max(wider.end, close + 1) }
    if (within(close) && wordless(open + 1, start)) wider = { ...wider, start: Math.min(wider.start, open) }
  }
  return standsWhole(text, wider) ? wider : words
}

function lineAround(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from > 0 && start - from < FARTHEST && !LINE_END.test(text.charAt(from - 1))) from--
  while (to < text.length && to - end < FARTHEST && !LINE_END.test(text.charAt(to))) to++
  return { start: from, end: to }
}
