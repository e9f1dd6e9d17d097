import { EVERY, keyOf } from './keys'

/** How many statements have each key; `EVERY` counts all of them. A missing key counts 0. */
export type Counts = ReadonlyMap<number, number>

export type Weights = {
  /** The weight of a stem, above 0. */
  of: (stem: string) => number
  /** The weight of a stem that no statement has. */
  most: number
}

/**
 * The inverse document frequency of Robertson and Spärck Jones, never negative: a word that fewer statements have
 * weighs more. Without any statements every word weighs the same.
 */
export function weightsFrom(counts: Counts): Weights {
  const all = counts.get(EVERY) ?? 0
  return { of: (stem) => weightOf(counts.get(keyOf(stem)) ?? 0, all), most: weightOf(0, all) }
}

export const weightOf = (having: number, all: number): number =>
  Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5))

export const EVEN: Weights = { of: () => 1, most: 1 }
