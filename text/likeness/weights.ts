import { EVERY, keyOf } from './keys'

/** How many statements have each key, those with `EVERY` for all. A key that is missing has none. */
export type Counts = ReadonlyMap<number, number>

/** How much a stem tells, above 0. */
export type WeightOf = (stem: string) => number

/**
 * A word tells more the fewer statements have it: the inverse document frequency of Robertson and Spärck Jones, never
 * negative. Without any statements every word tells the same.
 */
export function weightsFrom(counts: Counts): WeightOf {
  const all = counts.get(EVERY) ?? 0
  return (stem) => weightOf(counts.get(keyOf(stem)) ?? 0, all)
}

export const weightOf = (having: number, all: number): number =>
  Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5))

export const EVEN: WeightOf = () => 1
