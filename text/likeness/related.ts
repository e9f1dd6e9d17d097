import { likenessOf, SAYS_THE_SAME, type Compared } from './compare'
import { differencesBetween } from './differences'
import type { Match, Statement } from './statement'
import { weighedLikeness } from './weighed'
import type { WeightOf } from './weights'

/**
 * A statement at least this alike is near the one asked about. Someone who asks about a message wants to see the best
 * matches there are; beside a claim, unrelated statements only take room.
 */
export const NEAR = { message: 0.15, claim: 0.3 }
export type AskedAs = keyof typeof NEAR
/** The share of the weighed words in the whole; the rest is the likeness of letters. */
const WEIGHED = 0.55
/** What is left of a score for each difference told. */
const LEFT_BY_DIFFERENCE = 0.98

export type Asking = { weightOf: WeightOf; as: AskedAs }

/** Two statements must share a word: a figure alone does not tell what it is about. */
const sharesWord = (a: Compared, b: Compared) =>
  [...a.stems].some((stem) => b.stems.has(stem) && !/^\p{N}/u.test(stem))

export type Related = Match & {
  /** Whether the words show that both make the same statement; else the other is only near. */
  isSame: boolean
}

/**
 * How another statement answers one that is asked about; null where too little says so. The score ranks: what says the
 * same and differs in nothing that is told stands at `SAYS_THE_SAME` or above, everything else below, and the score falls
 * with each difference.
 */
export function relatedOf(asked: Statement, other: Statement, { weightOf, as }: Asking): Related | null {
  const { score: likeness, reasons } = likenessOf(asked.compared, other.compared)
  const weighed = weighedLikeness(asked.compared, other.compared, weightOf)
  const alike = WEIGHED * weighed + (1 - WEIGHED) * likeness
  const isSame = likeness >= SAYS_THE_SAME
  if (!isSame && (alike < NEAR[as] || !sharesWord(asked.compared, other.compared))) return null
  const differences = differencesBetween(asked.read(), other.read())
  const isTrue = isSame && differences.length === 0
  const score = isTrue
    ? Math.max(SAYS_THE_SAME, alike)
    : SAYS_THE_SAME * alike * LEFT_BY_DIFFERENCE ** differences.length
  return { score: thousandths(score), reasons, differences, isSame }
}

const thousandths = (share: number) => Math.floor(share * 1_000) / 1_000
