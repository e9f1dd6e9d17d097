import { type Span, foldedSpans } from '../locate'
import { standsWhole } from '../word-edges'
import { wordsOf } from '../words'
import type { Version } from './version'

/** Where a quote stands in a version by the anchor fold, at whole words and numbers. */
export function copiesOf(version: Version, quote: string): Span[] {
  return partsToSearch(version, quote)
    .flatMap((part) => foldedSpans(version.text, version.folded, quote, { within: part }))
    .filter((span) => standsWhole(version.text, span))
}

/**
 * How far around a sentence a quote may reach, as a multiple of its length. It may begin before the sentence or end
 * after it, and it may contain units that fold away.
 */
const ROOM = 4

/**
 * The parts of a text where a quote could stand: around the sentences that hold its rarest whole word. Its first and
 * last word may be pieces of words, so they do not count.
 */
function partsToSearch(version: Version, quote: string): Span[] {
  const inner = wordsOf(quote).slice(1, -1)
  if (inner.length === 0) return [{ start: 0, end: version.text.length }]
  let rarest: readonly number[] | undefined
  for (const { key } of inner) {
    const indexes = version.unitsOfWord.get(key) ?? []
    if (!rarest || indexes.length < rarest.length) rarest = indexes
  }
  const parts: Span[] = []
  for (const index of rarest ?? []) {
    const unit = version.units[index]
    if (!unit) continue
    const start = Math.max(0, unit.start - quote.length * ROOM)
    const end = Math.min(version.text.length, unit.end + quote.length * ROOM)
    const last = parts.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else parts.push({ start, end })
  }
  return parts
}
