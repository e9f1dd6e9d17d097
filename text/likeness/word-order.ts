import { foldSearchWord } from '../fold-word'
import { isContent, withoutAnd, type Token } from './tokens'

/** Words that name the role of the next word, wherever it stands. */
const PREPOSITIONS = new Set(
  `in on at by from to into with without for of under over after before during since until through against between
   about near via than within across towards
   في من الى على عن مع ب ل ك عند بعد قبل بين خلال ضمن لدى عبر نحو ضد حتى منذ تحت فوق امام وراء بسبب حول
   dans sur pour par avec de chez sous contre vers depuis pendant
   در از به با بر برای تا`
    .split(/\s+/)
    .map(foldSearchWord),
)
const SKIPPED = new Set(
  'the a an his her its their this that these those le la les un une des'.split(' ').map(foldSearchWord),
)
const JOINED_PREPOSITION = /^[وف]?([بلك])(?:ال)?(?=[\u0621-\u064a]{3})/

/** A content word or figure with the preposition that names its role, which also says whether it is a figure. */
export type WordUse = { key: string; preposition: string | null; token: Token }

/** The content words and figures of some tokens, in order. */
export function wordUsesIn(tokens: readonly Token[], leftOut: (index: number) => boolean): WordUse[] {
  return tokens.flatMap((token, at): WordUse[] => {
    if (!isContent(token) || leftOut(at)) return []
    return [{ key: token.bare, preposition: prepositionOf(tokens, at), token }]
  })
}

function prepositionOf(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (!token) return null
  const suffix = token.kind === 'number' ? ' #' : ''
  const joined = token.bare !== token.folded ? JOINED_PREPOSITION.exec(token.folded)?.[1] : undefined
  if (joined) return joined + suffix
  let before = at - 1
  while (SKIPPED.has(tokens[before]?.folded ?? '')) before--
  const prior = tokens[before]
  if (!prior || isContent(prior)) return null
  const word = withoutAnd(prior.folded)
  return PREPOSITIONS.has(word) ? word + suffix : null
}

const countsOf = (values: readonly (string | null)[]) => {
  const counts = new Map<string | null, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** A word of both texts as each has it; `at` is its index in the other. */
type Common = { here: Token; there: Token; at: number }

/**
 * Two content words that both texts have in opposite order: "A beat B", "B beat A"; null for none. A word with the same
 * preposition in both texts, once in each, does not count, because its role is the same wherever it stands: "in May
 * prices rose". Words that occur twice in a text do not count either.
 */
export function turnedRound(a: readonly WordUse[], b: readonly WordUse[]): readonly [Common, Common] | null {
  const [ours, theirs] = [a, b].map((all) => countsOf(all.map((one) => one.key)))
  const [ourPrepositions, theirPrepositions] = [a, b].map((all) =>
    countsOf(all.map((one) => one.preposition)),
  )
  const uses = new Map(b.map((one, at) => [one.key, { at, ...one }]))
  const common = a.flatMap(({ key, preposition, token }) => {
    const there = ours?.get(key) === 1 && theirs?.get(key) === 1 ? uses.get(key) : undefined
    if (!there) return []
    const hasSame = preposition !== null && preposition === there.preposition
    if (hasSame && ourPrepositions?.get(preposition) === 1 && theirPrepositions?.get(preposition) === 1)
      return []
    return [{ here: token, there: there.token, at: there.at }]
  })
  return farthestTurned(common)
}

/** The first word that comes after a later one in the other text, with the one that comes first there. */
function farthestTurned(common: readonly Common[]): readonly [Common, Common] | null {
  const earliest: Common[] = []
  for (const one of common.toReversed()) {
    const last = earliest.at(-1)
    earliest.push(last && last.at < one.at ? last : one)
  }
  const firsts = earliest.reverse()
  const turned = common.findIndex((one, at) => (firsts[at + 1]?.at ?? Infinity) < one.at)
  const [one, other] = [common[turned], firsts[turned + 1]]
  return one && other ? [one, other] : null
}
