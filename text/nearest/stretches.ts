import type { ReadText, Wanted } from './read'

/** For each word, only so many positions are looked at. A word with more says little about where a quote stands. */
const MOST_POSITIONS = 500
/** Stretches of the text that are aligned with the quote. */
const MOST_STRETCHES = 5

/** Tokens of a text, half-open. */
export type Stretch = { from: number; to: number }

/**
 * Stretches of the text in which the words of the quote stand about as far apart as in the quote. Each word votes once
 * for each position at which the quote would begin.
 */
export function stretchesOf({ tokens, positions }: ReadText, wanted: readonly Wanted[]): Stretch[] {
  const width = Math.max(4, Math.ceil(wanted.length / 2))
  const votes = new Map<number, { weight: number; last: number }>()
  wanted.forEach(({ weight, sameness }, word) => {
    for (const id of sameness.keys())
      for (const position of positions[id]?.slice(0, MOST_POSITIONS) ?? []) {
        const begin = Math.floor((position - word) / width)
        for (const bucket of [begin, begin - 1]) {
          const vote = votes.get(bucket)
          if (vote?.last === word) continue
          votes.set(bucket, { weight: (vote?.weight ?? 0) + weight, last: word })
        }
      }
  })
  const chosen: number[] = []
  for (const [bucket] of [...votes].sort(([a, one], [b, other]) => other.weight - one.weight || a - b)) {
    if (chosen.length === MOST_STRETCHES) break
    if (!chosen.includes(bucket - 1) && !chosen.includes(bucket + 1)) chosen.push(bucket)
  }
  return chosen.map((bucket) => ({
    from: Math.max(0, (bucket - 1) * width),
    to: Math.min(tokens.length, (bucket + 3) * width + wanted.length),
  }))
}
