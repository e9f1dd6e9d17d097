import { EVERY } from '@/text/likeness/keys'

/** For one statement, at most so many claims and as many sentences are weighed. */
export const ROWS_WEIGHED = 1_000
/** At most so many keys weigh rows. Of a longer text these are the weightiest. */
export const KEYS_WEIGHED = 24

export type Sought = {
  /** Every row with one of these keys is weighed. */
  any: number[]
  /** Every row with both of these keys is weighed too; empty when there are no two. */
  both: number[]
}

/**
 * Which rows to weigh. It takes the rarest keys, as long as their rows together stay within the bound. The next two
 * keys count only together, so that a statement of common words alone still finds rows that share two of them.
 */
export function soughtKeys(keys: readonly number[], having: ReadonlyMap<number, number>): Sought {
  const rowsOf = (key: number) => having.get(key) ?? 0
  const known = keys
    .filter((key) => key !== EVERY && rowsOf(key) > 0)
    .sort((a, b) => rowsOf(a) - rowsOf(b) || a - b)
  let rows = 0
  const any: number[] = []
  for (const key of known) {
    rows += rowsOf(key)
    if (rows > ROWS_WEIGHED) break
    any.push(key)
  }
  const next = known.slice(any.length, any.length + 2)
  return { any, both: next.length === 2 ? next : [] }
}
