import { EVERY } from '@/text/likeness/keys'

/** Rows that are weighed for one statement, of claims and of sentences each. */
export const ROWS_WEIGHED = 1_000
/** Keys that rows are weighed by: of a long text those that tell most. */
export const KEYS_WEIGHED = 24

export type Sought = {
  /** Any row with one of these. */
  any: number[]
  /** Beside them, any row with both of these; empty when there are no two. */
  both: number[]
}

/**
 * Which rows to weigh: those with one of the rarest keys, as many keys as lead to a bounded number of rows. The next two
 * are asked for together, so that a statement of common words alone finds what shares two of them.
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
