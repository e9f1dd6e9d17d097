import type { SimilarPassage } from './rules'

/**
 * A second judge of how well passages answer what is asked, for instance by the meaning of sentences: a number for each
 * passage, the higher the better. The desk has none of its own, and asks one only through `reordered`.
 */
export type SecondRanker = (asked: string, items: readonly SimilarPassage[]) => Promise<readonly number[]>

/** How much the first places of both orders count before all others; after Cormack, Clarke and Büttcher's fusion. */
const SOFTENED = 60

const kindOf = ({ isSame, differences }: SimilarPassage) => `${isSame} ${differences.length > 0}`

/** The place of each, from 0, in the order of its opinion; equals keep the order they came in. */
function ranksBy(opinions: readonly number[]): number[] {
  const order = opinions
    .map((_, index) => index)
    .sort((a, b) => (opinions[b] ?? 0) - (opinions[a] ?? 0) || a - b)
  const ranks: number[] = []
  order.forEach((index, rank) => (ranks[index] = rank))
  return ranks
}

/**
 * The same passages in the order of both rankers. What says the same with no difference, what differs and what is only
 * near keep the places of their kind, so that no opinion lifts an opposite above a true match, lists what was not found
 * or hides what was.
 * @throws RangeError without one opinion for each passage
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
