import { foldSearch } from '@/text/fold'
import type { MarkedText } from './marked-texts'

/** A number for each sentence of a text; the highest is checked first. */
export type Ranker = (text: MarkedText) => number[]

/**
 * The average precision of a ranking: for each right item, the share of right items from the top down to it; then the
 * mean of these shares.
 */
export function precisionOf(ranked: readonly boolean[]): number {
  let found = 0
  let sum = 0
  ranked.forEach((right, rank) => {
    if (!right) return
    found++
    sum += found / (rank + 1)
  })
  return found === 0 ? 0 : sum / found
}

/** The average precision of scores, where sentences to check are right. Ties keep the order of the text. */
export function averagePrecision(text: MarkedText, scores: readonly number[]): number {
  const order = text.sentences
    .map(({ check }, at) => ({ check, at, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
  return precisionOf(order.map(({ check }) => check))
}

export const longestFirst: Ranker = ({ sentences }) => sentences.map(({ start, end }) => end - start)

const ROUNDS = 50

/** The mean average precision of shuffled sentences, the same in each run. */
export function averagePrecisionByChance(text: MarkedText): number {
  let state = 0x2545f491
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  let sum = 0
  for (let round = 0; round < ROUNDS; round++) {
    sum += averagePrecision(
      text,
      text.sentences.map(() => next()),
    )
  }
  return sum / ROUNDS
}

/** The words and the pairs of neighbouring words of a sentence; all figures count as one. */
function grams(sentence: string): Set<string> {
  const words = foldSearch(sentence).folded.match(/\p{Nd}+|[\p{L}\p{M}]+/gu) ?? []
  const plain = words.map((word) => (/^\p{Nd}/u.test(word) ? '0' : word))
  return new Set([...plain, ...plain.slice(1).map((word, at) => `${plain[at] ?? ''} ${word}`)])
}

const sentencesOf = ({ text, sentences }: MarkedText) =>
  sentences.map(({ start, end, check }) => ({ grams: grams(text.slice(start, end)), check }))

/** Naive Bayes over words and pairs, learnt from other marked texts of the same language. */
export function byGrams(learntFrom: readonly MarkedText[]): Ranker {
  const counts = { check: new Map<string, number>(), other: new Map<string, number>() }
  for (const { grams: found, check } of learntFrom.flatMap(sentencesOf)) {
    const side = check ? counts.check : counts.other
    for (const gram of found) side.set(gram, (side.get(gram) ?? 0) + 1)
  }
  const total = (side: Map<string, number>) => [...side.values()].reduce((sum, one) => sum + one, 1)
  const [inCheck, inOther] = [total(counts.check), total(counts.other)]
  return (text) =>
    sentencesOf(text).map(({ grams: found }) =>
      [...found].reduce((sum, gram) => {
        const [yes, no] = [counts.check.get(gram) ?? 0, counts.other.get(gram) ?? 0]
        return yes + no === 0 ? sum : sum + Math.log((yes + 1) / inCheck) - Math.log((no + 1) / inOther)
      }, 0),
    )
}
