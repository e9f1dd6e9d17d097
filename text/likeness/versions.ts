import { quantitiesWithValue } from './amounts'
import type { Analysis, Difference } from './differences'
import { stemOf } from './stem'

/** A figure that is this far off, by the logarithm of the ratio, is as far off as any other: about three times as much. */
const FARTHEST = 1

/** How far the figures of a version are from the nearest of those that were asked about. */
function farFrom(asked: Analysis, version: Analysis): number {
  const known = quantitiesWithValue(asked.quantities)
  return quantitiesWithValue(version.quantities).reduce(
    (sum, value) => sum + Math.min(FARTHEST, ...known.map((one) => distance(one, value))),
    0,
  )
}

const distance = (a: number, b: number) =>
  a === b ? 0 : a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : FARTHEST

/** Pairs of words that both have, each where it stands first, in another order. */
function turnedPairs(asked: Analysis, version: Analysis): number {
  const firstUse = new Map<string, number>()
  asked.uses.forEach(({ key }, at) => {
    if (!firstUse.has(stemOf(key))) firstUse.set(stemOf(key), at)
  })
  const common = [...new Set(version.uses.map(({ key }) => stemOf(key)))].flatMap(
    (stem) => firstUse.get(stem) ?? [],
  )
  let pairs = 0
  common.forEach((use, at) => {
    for (let before = 0; before < at; before++) if ((common[before] ?? 0) > use) pairs++
  })
  return pairs
}

/**
 * What speaks against a version of a statement, the strongest first, to be compared one by one with what speaks against
 * another version. Other words, and words
 * around them, come last: what was asked about is worded differently from any of the versions.
 */
export function against(asked: Analysis, version: Analysis, differences: readonly Difference[]): number[] {
  const beyondWording = differences.filter(({ kind }) => kind !== 'words' && kind !== 'around')
  return [
    Number(differences.length > 0),
    beyondWording.length,
    farFrom(asked, version),
    turnedPairs(asked, version),
    differences.length,
  ]
}
