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

/**
 * Whether words that are set in one direction would be read in another order without controls: they hold letters of
 * the other direction, or begin or end with something else than a letter, and are more than one figure.
 */
export function needsControls(words: string, direction: Direction, around: Direction): boolean {
  const inner = words.trim()
  if (direction === around || inner === '' || NUMBER.test(inner)) return false
  if (!/[\p{L}\p{N}]/u.test(inner)) return false
  const letters = inner.match(/\p{L}/gu) ?? []
  if (letters.some((letter) => RTL.test(letter) !== (direction === 'rtl'))) return true
  const strong = (one: string) => STRONG.test(one)
  const edges = [...inner]
  return !(strong(edges[0] ?? '') && strong(edges.at(-1) ?? ''))
}
