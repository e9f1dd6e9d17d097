import type { Compared } from './compare'
import type { WeightOf } from './weights'

/** What the words that only one side has cost, against one for those that both have. */
const UNANSWERED = 0.2
const BESIDE = 0.45
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
