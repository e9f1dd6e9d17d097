import type { SimilarPassage } from './rules'

/**
 * A second ranker, for instance one that compares the meaning of sentences. It gives each passage a number, the higher
 * the better. The desk has none of its own, and would use one only through `reordered`.
 */
export type SecondRanker = (asked: string, items: readonly SimilarPassage[]) => Promise<readonly number[]>

/** The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher); a larger one favours the first ranks less. */
const SOFTENED = 60

const kindOf = ({ isSame, differences }: SimilarPassage) => `${isSame} ${differences.length > 0}`

/** The rank of each item by its opinion, from 0. Equal ones keep their order. */
function ranksBy(opinions: readonly number[]): number[] {
  const order = opinions
    .map((_, index) => index)
    .sort((a, b) => (opinions[b] ?? 0) - (opinions[a] ?? 0) || a - b)
  const ranks: number[] = []
  order.forEach((index, rank) => (ranks[index] = rank))
  return ranks
}

/**
 * Combines both rankings. Passages that say the same without a difference, passages that differ, and passages that are
 * only near each keep the ranks of their kind. So no opinion puts an opposite above a true match, adds a passage or
 * hides one.
 * @throws RangeError unless there is one opinion for each passage
 */
export function reordered(items: readonly SimilarPassage[], opinions: readonly number[]): SimilarPassage[] {
  if (opinions.length !== items.length) throw new RangeError('One opinion for each passage is needed.')
  const ranks = ranksBy(opinions)
  const fused = items.map((item, index) => ({
    item,
    index,
    value: 1 / (SOFTENED + index) + 1 / (SOFTENED + (ranks[index] ?? index)),
  }))
  const queues = new Map<string, typeof fused>()
  for (const one of [...fused].sort((a, b) => b.value - a.value || a.index - b.index)) {
    const queue = queues.get(kindOf(one.item)) ?? []
    queues.set(kindOf(one.item), [...queue, one])
  }
  return items.map((item) => queues.get(kindOf(item))?.shift()?.item ?? item)
}
