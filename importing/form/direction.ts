import makeBidi from 'bidi-js'

export type Direction = 'ltr' | 'rtl'

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const STRONG = /\p{L}/u
/** One unsigned figure, which keeps its order in any text, with the signs around it. */
const NUMBER = /^[^\p{L}\p{N}+\-−–]*\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*[^\p{L}\p{N}]*$/u

/** The direction that the first letter gives; null without letters. */
export function firstDirection(words: string): Direction | null {
  const letter = STRONG.exec(words)?.[0]
  return letter === undefined ? null : RTL.test(letter) ? 'rtl' : 'ltr'
}

/** The controls of Unicode's algorithm around words with a direction of their own. */
export const CONTROLS = {
  isolate: { ltr: ['\u2066', '\u2069'], rtl: ['\u2067', '\u2069'] },
  override: { ltr: ['\u202d', '\u202c'], rtl: ['\u202e', '\u202c'] },
  /** A direction that the first letter inside decides. */
  first: ['\u2068', '\u2069'],
} as const

const bidi = makeBidi()

/**
 * Whether words that are set in one direction would be read in another order without controls: by themselves, some of
 * them would get the other direction from the algorithm of UAX 9, and they are more than one figure.
 */
export function needsControls(words: string, direction: Direction, around: Direction): boolean {
  const inner = words.trim()
  if (direction === around || inner === '' || NUMBER.test(inner)) return false
  if (!/[\p{L}\p{N}]/u.test(inner)) return false
  const { levels } = bidi.getEmbeddingLevels(inner, around)
  return levels.some((level) => (level % 2 === 1) !== (direction === 'rtl'))
}
