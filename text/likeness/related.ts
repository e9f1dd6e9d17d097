import { likenessOf, SAYS_THE_SAME, type Compared, type Likeness } from './compare'
import { differencesBetween } from './differences'
import type { Match, Statement } from './statement'
import { weighedLikeness } from './weighed'
import type { Weights } from './weights'

/**
 * A statement at least this alike is near the one asked about. Someone who asks about a message wants to see the best
 * matches there are; beside a claim, unrelated statements only take room.
 */
export const NEAR = { message: 0.15, claim: 0.35 }
export type AskedAs = keyof typeof NEAR
/** The factor on a score for each difference. */
const LEFT_BY_DIFFERENCE = 0.98

export type Asking = { weights: Weights; as: AskedAs }

/** Two statements must share a word: a figure alone does not tell what it is about. */
const sharesWord = (a: Compared, b: Compared) =>
  [...a.stems].some((stem) => b.stems.has(stem) && !/^\p{N}/u.test(stem))

export type Related = Match & {
  /** Whether the words show that both make the same statement; else the other is only near. */
  isSame: boolean
}

/** How near another statement is to the one asked about, before their differences are read. */
export type Nearness = { likeness: Likeness; alike: number; isSame: boolean }

/** Null when they share too little for an answer. */
export function nearnessOf(asked: Compared, other: Compared, { weights, as }: Asking): Nearness | null {
  const likeness = likenessOf(asked, other)
  const alike = weighedLikeness(asked, other, weights)
  const isSame = likeness.score >= SAYS_THE_SAME
  return isSame || (alike >= NEAR[as] && sharesWord(asked, other)) ? { likeness, alike, isSame } : null
}

/**
 * How another statement answers the one asked about. The score ranks: an answer that says the same without any listed
 * difference scores `SAYS_THE_SAME` or more. All others score less, and less with each difference.
 */
export function relatedOf(
  asked: Statement,
  other: Statement,
  { likeness, alike, isSame }: Nearness,
): Related {
  const differences = differencesBetween(asked.read(), other.read())
  const isTrue = isSame && alike >= NEAR.claim && differences.length === 0
  const score = isTrue ? likeness.score : SAYS_THE_SAME * alike * LEFT_BY_DIFFERENCE ** differences.length
  return { score: thousandths(score), reasons: likeness.reasons, differences, isSame }
}

const thousandths = (share: number) => Math.floor(share * 1_000) / 1_000
