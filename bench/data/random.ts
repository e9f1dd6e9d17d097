export type Random = {
  /** From 0 up to 1, without 1. */
  next: () => number
  /** A whole number from 0 up to `below`, without it. */
  below: (below: number) => number
  of: <T>(values: readonly T[]) => T
  /** One of the values, each as often as its weight says. */
  weighed: <T>(values: readonly (readonly [value: T, weight: number])[]) => T
  /** The rank of a value from 0, by Zipf's law: the first ones are far more frequent. */
  rank: (count: number) => number
  uuid: (at: number) => string
}

/** A generator of 32 bits (mulberry32): the same seed gives the same rows in every run. */
export function randomBy(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  const hex = (digits: number) =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return {
    next,
    below,
    of: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('There is nothing to choose from')
      return value
    },
    weighed: (values) => {
      let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of values) if ((left -= weight) < 0) return value
      throw new Error('There is nothing to choose from')
    },
    rank: (count) => Math.min(count - 1, Math.floor((count + 1) ** next()) - 1),
    uuid: (at) => {
      const time = at.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + below(4)).toString(16)}${hex(3)}-${hex(6)}${hex(6)}`
    },
  }
}
