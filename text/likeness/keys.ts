import { termsOf } from './terms'

/** How far apart two words of a pair may stand, counted in telling words. */
const REACH = 2
/** Most keys that one statement has; a longer one is known by its beginning. */
export const MAX_KEYS = 96

/** FNV-1a over UTF-16 units as a signed 32-bit integer, which is what Postgres' integer holds. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  return value | 0
}

/**
 * Numbers that statements which say the same have in common: one for each two telling words that stand near each other,
 * in whichever order. Pairs are rare where single words are not, so that an index over them finds few rows.
 */
export function likenessKeys(text: string): number[] {
  const { words } = termsOf(text)
  const keys = new Set<number>()
  const [only] = words
  if (words.length === 1 && only !== undefined) keys.add(hash(only))
  words.forEach((word, index) => {
    for (const other of words.slice(index + 1, index + 1 + REACH))
      if (other !== word) keys.add(hash(word < other ? `${word} ${other}` : `${other} ${word}`))
  })
  return [...keys].slice(0, MAX_KEYS)
}
