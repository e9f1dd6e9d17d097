import { type Folded, fold } from '../fold'
import type { Span } from '../locate'
import { readFrom } from '../read-with'
import { passageKey } from '../same-passage'
import { isSpoken, wordsOf } from '../words'
import { indexesByKey, type Unit } from './align'

/**
 * A text prepared for comparison with another: its sentences in order, its fold, and for each word the sentences that
 * contain it, in order.
 */
export type Version = {
  text: string
  units: Unit[]
  folded: Folded
  unitsOfWord: ReadonlyMap<string, readonly number[]>
  /** The indexes of the sentences of each key, in order. */
  byKey: ReadonlyMap<string, readonly number[]>
  /** For each sentence, the index of the first sentence that it is read with. */
  readFrom: readonly number[]
}

export function versionOf(text: string, sentences: readonly Span[]): Version {
  const unitsOfWord = new Map<string, number[]>()
  const units = sentences.map(({ start, end }, index): Unit => {
    const keys = wordsOf(text, start, end).map((word) => word.key)
    for (const key of new Set(keys)) {
      const known = unitsOfWord.get(key)
      if (known) known.push(index)
      else unitsOfWord.set(key, [index])
    }
    return {
      start,
      end,
      text: text.slice(start, end),
      key: passageKey(text.slice(start, end)),
      words: new Set(keys.filter(isSpoken)),
      opens: index === 0 || text.slice(sentences[index - 1]?.end, start).includes('\n'),
    }
  })
  return {
    text,
    units,
    folded: fold(text),
    unitsOfWord,
    byKey: indexesByKey(units),
    readFrom: readFrom(text, units),
  }
}

/** The first and last sentence that a span touches, as a half-open run of indexes; null when it touches none. */
export function unitsUnder(units: readonly Unit[], span: Span): { first: number; last: number } | null {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((units[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  let last = low
  while ((units[last]?.start ?? Infinity) < span.end) last++
  return last > low ? { first: low, last } : null
}

/** The sentences that contain the words of a span, with the sentences that those are read with. */
export function contextOf(version: Version, span: Span): string[] {
  const under = unitsUnder(version.units, span)
  const from = under && (version.readFrom[under.first] ?? under.first)
  const units = under ? version.units.slice(from ?? under.first, under.last) : []
  return units.map(({ start, end }) => version.text.slice(start, end))
}
