import { EVERY, keyOf } from './keys'

/** How many statements have each key; `EVERY` counts all of them. A missing key counts 0. */
export type Counts = ReadonlyMap<number, number>

/** How much a stem tells, above 0. */
export type WeightOf = (stem: string) => number

/**
 * The inverse document frequency of Robertson and Spärck Jones, never negative: a word that fewer statements have
 * weighs more. Without any statements every word weighs the same.
 */
export function weightsFrom(counts: Counts): WeightOf {
  const all = counts.get(EVERY) ?? 0
  return (stem) => weightOf(counts.get(keyOf(stem)) ?? 0, all)
}

export const weightOf = (having: number, all: number): number =>
  Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5))

export const EVEN: WeightOf = () => 1
