import { likenessOf, SAYS_THE_SAME, type Compared } from './compare'
import { differencesBetween } from './differences'
import type { Match, Statement } from './statement'
import type { WeightOf } from './weights'

/**
 * From this likeness on a statement is near one that is asked about. Somebody who asks about a message wants to see the
 * best there is; beside a claim a list of strangers only takes room.
 */
export const NEAR = { message: 0.15, claim: 0.3 }
export type AskedAs = keyof typeof NEAR
/** What the words that only one side has cost, against one for those that both have. */
const UNANSWERED = 0.2
const BESIDE = 0.45
/** The share of the weighed words in the whole; the rest is the likeness of letters. */
const WEIGHED = 0.55
/** What is left of a score for each difference told. */
const LEFT_BY_DIFFERENCE = 0.98
/** From this likeness on, two answers are versions of one statement. */
const TWINS = 0.6
/** Versions of one statement are looked for among so many of the first answers. */
const FIRST_ANSWERS = 15
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

type Asking = { weightOf: WeightOf; as: AskedAs }

/** A figure alone says nothing of what is told about it. */
const sharesWord = (a: Compared, b: Compared) =>
  [...a.stems].some((stem) => b.stems.has(stem) && !/^\p{N}/u.test(stem))

export type Related = Match & {
  /** Whether the words alone say that both are the same statement; else the other is only near. */
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

/** Words that are merely others may be a paraphrase; any other difference speaks against an answer before they do. */
const against = ({ differences }: Related) => [
  differences.filter(({ kind }) => kind !== 'words').length,
  differences.length,
]

type Answer<T> = { item: T; statement: Statement; related: Related }

const speaksLessAgainst = <T>(a: Answer<T>, b: Answer<T>) => {
  const [one, other] = [against(a.related), against(b.related)]
  return (
    (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0) || b.related.score - a.related.score
  )
}

/**
 * Versions of one statement change places, and their scores, with each other, so that the one with the fewest differences
 * comes first.
 */
function twinsInOrder<T>(answers: readonly Answer<T>[]): Answer<T>[] {
  const groups: number[][] = []
  answers.slice(0, FIRST_ANSWERS).forEach(({ statement }, place) => {
    const group = groups.find(([first = 0]) => {
      const leader = answers[first]?.statement
      return leader && likenessOf(leader.compared, statement.compared).score >= TWINS
    })
    if (group) group.push(place)
    else groups.push([place])
  })
  const ordered = [...answers]
  for (const group of groups) {
    const members = group.flatMap((place) => answers[place] ?? []).sort(speaksLessAgainst)
    members.forEach(({ related, ...answer }, index) => {
      const place = group[index] ?? 0
      const score = answers[place]?.related.score ?? related.score
      ordered[place] = { ...answer, related: { ...related, score } }
    })
  }
  return ordered
}

/** The statements that answer one that is asked about, the best first. Equals keep their order. */
export function answersTo<T>(
  asked: Statement,
  others: readonly { item: T; statement: Statement }[],
  asking: Asking,
): (T & Related)[] {
  const answers = others.flatMap((other): Answer<T>[] => {
    const related = relatedOf(asked, other.statement, asking)
    return related ? [{ ...other, related }] : []
  })
  return twinsInOrder(answers.sort((a, b) => b.related.score - a.related.score)).map(({ item, related }) => ({
    ...item,
    ...related,
  }))
}

/** What is only near is listed among the first places alone. */
export const NEAR_SHOWN = 5

/** All answers that say the same, and the best of the others. */
export const listed = <R extends Related>(answers: readonly R[]): R[] =>
  answers.filter(({ isSame }, place) => isSame || place < NEAR_SHOWN)
