import { samePassage } from '../same-passage'
import { longestRising } from './longest-rising'

/** A sentence to compare. `key` is what it says, letter by letter; `words` are those with letters or digits. */
export type Unit = {
  start: number
  end: number
  text: string
  key: string
  words: ReadonlySet<string>
  /** Whether a paragraph begins with it. */
  opens: boolean
}

export type Pair = {
  old: number
  fresh: number
  /** `same`: the same words in the same order of sentences. `moved`: the same words elsewhere. `changed`: other words. */
  kind: 'same' | 'moved' | 'changed'
}

/** The share of common words from which two sentences at one position count as an edited sentence. */
export const EDITED_LIKENESS = 0.5
/** By how much the best partner must be likelier than the next one; otherwise the sentence has none. */
export const PARTNER_LEAD = 0.12
/** The most comparisons of the sentences left over. Beyond that, only neighbours are compared. */
const MOST_COMPARISONS = 40_000
const NEIGHBOURS = 15

/**
 * Pairs the sentences of an edited text with those of the old one. A sentence that stands once in both is recognised by
 * its words and vowel signs. A copy is recognised only by its neighbours: where no copy was added or removed, by the
 * recognised sentence beside it; else where it alone stands between the same two sentences as before. Between two
 * recognised neighbours, the remaining sentences are paired by likeness, if one partner is clearly the best; then those
 * left anywhere. A sentence without a pair is gone, or new.
 */
export function alignUnits(old: readonly Unit[], fresh: readonly Unit[]): Pair[] {
  const [oldIndexes, freshIndexes] = [indexesByKey(old), indexesByKey(fresh)]
  const partner = new Map<number, number>()
  const once: Pair[] = []
  for (const [key, indexes] of oldIndexes)
    for (const [from, to] of standingOnce(indexes, freshIndexes.get(key) ?? [], old, fresh))
      once.push({ old: from, fresh: to, kind: 'moved' })
  once.sort((a, b) => a.old - b.old)
  const inOrder = new Set(longestRising(once.map((pair) => pair.fresh)))
  const pairs = once.map((pair, index): Pair => ({ ...pair, kind: inOrder.has(index) ? 'same' : 'moved' }))
  for (const pair of pairs) partner.set(pair.old, pair.fresh)
  const taken = new Set(partner.values())
  const add = (from: number, to: number, kind: Pair['kind']) => {
    partner.set(from, to)
    taken.add(to)
    pairs.push({ old: from, fresh: to, kind })
  }
  const asMany = (key: string | undefined) =>
    key !== undefined && oldIndexes.get(key)?.length === freshIndexes.get(key)?.length
  const extend = (start: Pair, step: 1 | -1) => {
    let from = start.old + step
    let to = start.fresh + step
    while (old[from]?.key === fresh[to]?.key && asMany(old[from]?.key)) {
      if (partner.has(from) || taken.has(to)) return
      add(from, to, start.kind)
      from += step
      to += step
    }
  }
  const edges: Pair[] = [
    { old: -1, fresh: -1, kind: 'same' },
    { old: old.length, fresh: fresh.length, kind: 'same' },
  ]
  for (const pair of [...pairs, ...edges]) {
    extend(pair, 1)
    extend(pair, -1)
  }
  for (const [from, to] of betweenTheSame(old, fresh)) {
    if (partner.has(from) || taken.has(to)) continue
    add(from, to, 'moved')
  }
  const rising = new Set(longestRising(pairs.sort((a, b) => a.old - b.old).map((pair) => pair.fresh)))
  pairs.forEach((pair, index) => (pair.kind = rising.has(index) ? 'same' : 'moved'))
  const spine = [...edges, ...pairs.filter((pair) => pair.kind === 'same')].sort((a, b) => a.old - b.old)
  spine.slice(1).forEach((next, index) => {
    const last = spine[index]
    if (!last) return
    const left = range(last.old + 1, next.old).filter((index) => !partner.has(index))
    const right = range(last.fresh + 1, next.fresh).filter((index) => !taken.has(index))
    const edited = inTheirOrder(left, right, old, fresh) ?? likePairs(left, right, old, fresh)
    for (const [from, to] of edited) add(from, to, 'changed')
  })
  if (spine.length === edges.length) return pairs.sort((a, b) => a.old - b.old)
  const [left, right] = [range(0, old.length), range(0, fresh.length)]
  const alone = likePairs(
    left.filter((index) => !partner.has(index)),
    right.filter((index) => !taken.has(index)),
    old,
    fresh,
  )
  for (const [from, to] of alone) add(from, to, 'changed')
  return pairs.sort((a, b) => a.old - b.old)
}

/** Vowel signs distinguish at most so many copies of one key; more are not distinguished. */
const MOST_SPELLINGS = 60

/**
 * The pairs of sentences of one key that stand once in both texts: the only ones, or those whose vowel signs make words
 * that no other copy in either text has.
 */
function standingOnce(
  indexes: readonly number[],
  twins: readonly number[],
  old: readonly Unit[],
  fresh: readonly Unit[],
): [number, number][] {
  const [own, twin] = [indexes[0], twins[0]]
  if (own === undefined || twin === undefined) return []
  if (indexes.length === 1 && twins.length === 1) return [[own, twin]]
  if (indexes.length + twins.length > MOST_SPELLINGS) return []
  const saysTheSame = (unit: Unit | undefined, other: Unit | undefined) =>
    unit !== undefined && other !== undefined && samePassage(unit.text, other.text)
  const onlyOne = (unit: Unit | undefined, among: readonly number[], units: readonly Unit[]) => {
    const [found, ...others] = among.filter((at) => saysTheSame(unit, units[at]))
    return others.length === 0 ? found : undefined
  }
  return indexes.flatMap((from): [number, number][] => {
    const to = onlyOne(old[from], twins, fresh)
    if (to === undefined || onlyOne(old[from], indexes, old) !== from) return []
    return onlyOne(fresh[to], indexes, old) === from && onlyOne(fresh[to], twins, fresh) === to
      ? [[from, to]]
      : []
  })
}

const BESIDE = '\u0000'

/** The sentences that stand once in each text between the same two neighbours. */
function betweenTheSame(old: readonly Unit[], fresh: readonly Unit[]): [number, number][] {
  const indexesIn = (units: readonly Unit[]) =>
    indexesBy(units, (unit, at) => [units[at - 1]?.key, unit.key, units[at + 1]?.key].join(BESIDE))
  const [before, after] = [indexesIn(old), indexesIn(fresh)]
  return [...before].flatMap(([key, [from, ...others]]): [number, number][] => {
    const [to, ...more] = after.get(key) ?? []
    return from === undefined || to === undefined || others.length + more.length > 0 ? [] : [[from, to]]
  })
}

/** The indexes of the sentences of each key, in their order. */
export const indexesByKey = (units: readonly Unit[]) => indexesBy(units, (unit) => unit.key)

function indexesBy(
  units: readonly Unit[],
  keyOf: (unit: Unit, index: number) => string,
): Map<string, number[]> {
  const indexes = new Map<string, number[]>()
  units.forEach((unit, index) => {
    const key = keyOf(unit, index)
    const known = indexes.get(key)
    if (known) known.push(index)
    else indexes.set(key, [index])
  })
  return indexes
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

/** Share of the words of both that both have: Dice's coefficient. */
export function likeness(a: Unit, b: Unit): number {
  const size = a.words.size + b.words.size
  if (size === 0) return 0
  let common = 0
  const [few, many] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words]
  for (const word of few) if (many.has(word)) common++
  return (2 * common) / size
}

/**
 * Between two recognised sentences there are as many as before, and each is like the one at its position: all were
 * edited there.
 */
function inTheirOrder(left: number[], right: number[], old: readonly Unit[], fresh: readonly Unit[]) {
  if (left.length !== right.length) return null
  const pairs = left.map((from, index): [number, number] => [from, right[index] ?? 0])
  const alike = pairs.every(([from, to]) => {
    const [a, b] = [old[from], fresh[to]]
    return a && b && likeness(a, b) >= EDITED_LIKENESS
  })
  return alike ? pairs : null
}

type Best = { first: number; second: number }
const NONE: Best = { first: 0, second: 0 }

function note(scores: Map<number, Best>, index: number, score: number) {
  const known = scores.get(index)
  if (!known) scores.set(index, { first: score, second: 0 })
  else if (score > known.first) scores.set(index, { first: score, second: known.first })
  else if (score > known.second) scores.set(index, { first: known.first, second: score })
}

function likePairs(left: number[], right: number[], old: readonly Unit[], fresh: readonly Unit[]) {
  const scored: { from: number; to: number; score: number }[] = []
  left.forEach((from, index) => {
    const middle = left.length > 1 ? Math.round((index * (right.length - 1)) / (left.length - 1)) : 0
    const few = left.length * right.length <= MOST_COMPARISONS
    const near = few ? right : right.slice(Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS)
    for (const to of near) {
      const [a, b] = [old[from], fresh[to]]
      const score = a && b ? likeness(a, b) : 0
      if (score >= EDITED_LIKENESS) scored.push({ from, to, score })
    }
  })
  const best = { from: new Map<number, Best>(), to: new Map<number, Best>() }
  for (const { from, to, score } of scored) {
    note(best.from, from, score)
    note(best.to, to, score)
  }
  const clear = ({ first, second }: Best = NONE, score: number) =>
    score === first && first - second >= PARTNER_LEAD
  return scored
    .filter(({ from, to, score }) => clear(best.from.get(from), score) && clear(best.to.get(to), score))
    .map(({ from, to }): [number, number] => [from, to])
}
