import { statementsIn } from '@/domain/reuse/message'
import { comparable, likenessOf } from '@/text/likeness/compare'
import { likenessKeys } from '@/text/likeness/keys'
import { saidIn } from '@/text/likeness/message'
import { answersTo, asOneMatch, listed } from '@/text/likeness/answers'
import type { Related } from '@/text/likeness/related'
import { statementOf } from '@/text/likeness/statement'
import { termsOf } from '@/text/likeness/terms'
import { weightsFrom } from '@/text/likeness/weights'

/** The claims that are listed for a message, the best first. */
export type ClaimRanker = (message: string) => string[]

type Scored = { claim: string; score: number }

const bestFirst = (scored: readonly Scored[]) =>
  [...scored].sort((a, b) => b.score - a.score).map(({ claim }) => claim)

/**
 * Ranks as the desk does for a pasted message: it leaves out what states nothing, searches for the whole message and
 * for its sentences, and lists each claim by its best match. It skips the search for candidates by the rarest keys.
 */
export function asTheDesk(claims: readonly string[], language: string): ClaimRanker {
  const counts = new Map<number, number>()
  for (const key of claims.flatMap(likenessKeys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const asking = { weights: weightsFrom(counts), as: 'message' } as const
  const known = claims.map((claim) => ({
    item: { claim },
    statement: statementOf({ quote: claim, context: claim }),
  }))
  return (message) => {
    const found = statementsIn(saidIn(message), language).map((text) =>
      listed(answersTo(statementOf({ quote: text, context: text }, language), known, asking)),
    )
    const best = new Map<string, Related>()
    for (const { claim, ...related } of found.flat()) {
      const known = best.get(claim)
      best.set(claim, known ? asOneMatch(known, related) : related)
    }
    const all = [...best].map(([claim, related]) => ({ claim, ...related }))
    return listed(all.sort((x, y) => y.score - x.score)).map(({ claim }) => claim)
  }
}

/** By likeness alone, over all claims and without a cut. */
export function byLikeness(claims: readonly string[], language: string): ClaimRanker {
  const known = claims.map((claim) => ({ claim, compared: comparable(claim) }))
  return (message) => {
    const asked = comparable(message, language)
    return bestFirst(
      known
        .map(({ claim, compared }) => ({ claim, score: likenessOf(asked, compared).score }))
        .filter(({ score }) => score > 0),
    )
  }
}

const SATURATION = 1.2
const LENGTH_SHARE = 0.75

/** Okapi BM25 over content words: a rare word counts more, a repeated one little more, and a long claim less. */
export function byBm25(claims: readonly string[]): ClaimRanker {
  const known = claims.map((claim) => {
    const { words } = termsOf(claim)
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return { claim, counts, length: words.length }
  })
  const length = known.reduce((sum, one) => sum + one.length, 0) / known.length
  const having = new Map<string, number>()
  for (const { counts } of known)
    for (const word of counts.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  const rarity = (word: string) => {
    const n = having.get(word) ?? 0
    return Math.log(1 + (known.length - n + 0.5) / (n + 0.5))
  }
  return (message) => {
    const words = [...new Set(termsOf(message).words)]
    return bestFirst(
      known
        .map((one) => ({
          claim: one.claim,
          score: words.reduce((sum, word) => {
            const count = one.counts.get(word) ?? 0
            const longer = 1 - LENGTH_SHARE + (LENGTH_SHARE * one.length) / length
            return sum + (rarity(word) * count * (SATURATION + 1)) / (count + SATURATION * longer)
          }, 0),
        }))
        .filter(({ score }) => score > 0),
    )
  }
}
