import type { Compared } from './compare'
import type { Weights } from './weights'

/** So many common words that no other statement has would be half of all evidence. */
const ENOUGH = 3
/** A longer statement needs more: this share of its own weight is added. */
const BY_LENGTH = 0.3

/**
 * How much of another statement the asking one says, from 0 to below 1. Half of it is the weight of the common stems
 * and figures. The other half is the letters: the weight of each word, by the share of its trigrams that occur anywhere
 * in the asking statement. So a form that no stemmer knows, a dialect word and a misspelling count in part. Other words
 * of the asking statement cost nothing, because a message says much besides its claim. A few common words are little
 * evidence, however short the other statement is, and a longer one needs more of them; these are the saturation and the
 * length of Okapi BM25.
 */
export function weighedLikeness(asked: Compared, other: Compared, weights: Weights): number {
  let [all, stems, letters] = [0, 0, 0]
  for (const stem of other.stems) {
    const weight = weights.of(stem)
    all += weight
    if (asked.stems.has(stem)) stems += weight
  }
  for (const { stem, trigrams } of other.spelled) {
    let common = 0
    for (const trigram of trigrams) if (asked.trigrams.has(trigram)) common++
    letters += (weights.of(stem) * common) / trigrams.length
  }
  const said = (stems + letters) / 2
  return said / (said + ENOUGH * weights.most + BY_LENGTH * all)
}
