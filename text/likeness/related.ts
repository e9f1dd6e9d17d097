import { likenessOf, rankOf, SAYS_THE_SAME, type Compared } from './compare'
import { differencesBetween } from './differences'
import type { Match, Statement } from './statement'
import type { WeightOf } from './weights'

/** From here on a statement is listed among those that may answer another. */
export const LISTED = 0.16
/** What the words that only one side has cost, against one for those that both have. */
const UNANSWERED = 0.2
const BESIDE = 0.45
/** The share of the weighed words in the whole; the rest is the likeness of letters. */
const WEIGHED = 0.6
/** From this likeness of letters on, two words may be one, misspelt or in another form. */
const NEARLY = 0.5

const trigramsOf = (word: string) => {
  const padded = `  ${word} `
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
}

/** Dice's coefficient over the trigrams of two words. */
function nearness(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((trigram) => b.includes(trigram)).length
  return (2 * common) / (a.length + b.length)
}

/**
 * How much of what two statements tell is the same, from 0 to 1, each word by its weight: Tversky's index, in which the
 * words that only the asking side has cost less than those that only the other has, because a message says much beside
 * its claim.
 */
export function weighedLikeness(asked: Compared, other: Compared, weightOf: WeightOf): number {
  const sum = (stems: Iterable<string>) => [...stems].reduce((all, stem) => all + weightOf(stem), 0)
  const own = [...asked.stems].filter((stem) => !other.stems.has(stem))
  const left = [...other.stems].filter((stem) => !asked.stems.has(stem))
  let common = sum([...asked.stems].filter((stem) => other.stems.has(stem)))
  const free = own
    .filter((stem) => !/^\p{N}/u.test(stem))
    .map((stem) => ({ stem, trigrams: trigramsOf(stem) }))
  let nearly = 0
  for (const stem of left) {
    if (/^\p{N}/u.test(stem)) continue
    const trigrams = trigramsOf(stem)
    const best = Math.max(0, ...free.map((one) => nearness(trigrams, one.trigrams)))
    if (best >= NEARLY) nearly += best * weightOf(stem)
  }
  common += nearly
  const total = common + UNANSWERED * sum(own) + BESIDE * Math.max(0, sum(left) - nearly)
  return total === 0 ? 0 : common / total
}

/** A figure alone says nothing of what is told about it. */
const sharesWord = (a: Compared, b: Compared) =>
  [...a.stems].some((stem) => b.stems.has(stem) && !/^\p{N}/u.test(stem))

export type Related = Match & {
  /** Whether the words alone say that both are the same statement; else the other is only near. */
  isSame: boolean
}

/**
 * How another statement answers one that is asked about; null where too little says so. The score ranks: it falls with
 * each difference told, below those that say the same.
 */
export function relatedOf(asked: Statement, other: Statement, weightOf: WeightOf): Related | null {
  const { score: likeness, reasons } = likenessOf(asked.compared, other.compared)
  const weighed = weighedLikeness(asked.compared, other.compared, weightOf)
  const score = WEIGHED * weighed + (1 - WEIGHED) * likeness
  const isSame = likeness >= SAYS_THE_SAME
  if (!isSame && (score < LISTED || !sharesWord(asked.compared, other.compared))) return null
  const differences = differencesBetween(asked.read(), other.read())
  return { score: rankOf(score, differences.length), reasons, differences, isSame }
}

/** The best of those that are only near are listed, up to this place in the list. */
export const NEAR_SHOWN = 5

/** Those to list, the best first: all that say the same, and others among the first few places. Equals keep their order. */
export const listed = <R extends Related>(related: readonly R[]): R[] =>
  [...related].sort((a, b) => b.score - a.score).filter((one, place) => one.isSame || place < NEAR_SHOWN)
