import type { Compared } from './compare'
import type { Weights } from './weights'

/** So many words in common that no other statement has would be half of all evidence, */
const ENOUGH = 3
/** and for a longer statement this share of its own weight more. */
const BY_LENGTH = 0.3

/**
 * How much of another statement the asking one says, from 0 to below 1: the stems and figures that both have, each by its
 * weight, and in equal parts the letters of the words, each word by the share of its trigrams that stand anywhere in the
 * asking statement. So a form that no stemmer knows, a dialect's word and a slip count in part. What the asking one says
 * beside it costs nothing, because a message says much beside its claim. A few words in common are little evidence,
 * however short the other is, and a longer one is expected to have more of them: the saturation and the length of Okapi
 * BM25.
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
