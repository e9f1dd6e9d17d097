import type { ReadText, Wanted } from './read'

/** Positions of one word that are looked at; a word with more tells little of where a quote may stand. */
const MOST_POSITIONS = 500
/** Stretches of the text that are aligned with the quote. */
const MOST_STRETCHES = 5

/** Tokens of a text, half-open. */
export type Stretch = { from: number; to: number }

/**
 * Stretches of the text in which words of the quote stand about as far apart as in it. Each word votes once for each
 * place that the quote would begin at.
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
