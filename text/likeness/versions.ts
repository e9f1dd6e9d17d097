import { quantitiesWithValue } from './amounts'
import type { Analysis, Difference } from './differences'
import { contraries, sensesOf } from './senses'
import { stemOf } from './stem'

/**
 * The largest distance of a figure, as the logarithm of a ratio: about three times as much. Farther figures count the
 * same.
 */
const FARTHEST = 1

/** How far the figures of a version are in total from the nearest figures asked about. */
function farFrom(asked: Analysis, version: Analysis): number {
  const known = quantitiesWithValue(asked.quantities)
  return quantitiesWithValue(version.quantities).reduce(
    (sum, value) => sum + Math.min(FARTHEST, ...known.map((one) => distance(one, value))),
    0,
  )
}

const distance = (a: number, b: number) =>
  a === b ? 0 : a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : FARTHEST

/** How many pairs of common words are in another order, each word counted where it first appears. */
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

/** How many different words of a version are among those asked about. */
function commonWords(asked: Analysis, version: Analysis): number {
  const known = new Set(asked.uses.map(({ key }) => stemOf(key)))
  return new Set(version.uses.map(({ key }) => stemOf(key)).filter((stem) => known.has(stem))).size
}

/**
 * What speaks against a version of a statement, as numbers with the strongest first. Two versions are compared number
 * by number. Differences of words, and of words around the statement, come last, because the words asked about differ
 * from those of every version.
 */
export function against(asked: Analysis, version: Analysis, differences: readonly Difference[]): number[] {
  const beyondWording = differences.filter(({ kind }) => kind !== 'words' && kind !== 'around')
  return [
    Number(differences.length > 0),
    beyondWording.length,
    farFrom(asked, version),
    contraries(sensesOf(asked.tokens), sensesOf(version.tokens)),
    -commonWords(asked, version),
    turnedPairs(asked, version),
    differences.length,
  ]
}
