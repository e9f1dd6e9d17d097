import { stemOf } from './stem'
import { termsOf } from './terms'

/** A statement has at most so many keys; of a longer one only the beginning counts. */
export const MAX_KEYS = 96

/** A key that every statement has. Its count is the number of statements. */
export const EVERY = 0

/** FNV-1a over UTF-16 units as a signed 32-bit integer, which is what Postgres' integer holds; never `EVERY`. */
export function keyOf(stem: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < stem.length; at++) {
    value ^= stem.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  return (value | 0) === EVERY ? 1 : value | 0
}

/** The stems of a statement's telling words and its figures, each once, in their order. */
export const stemsOf = (words: readonly string[]): string[] => [...new Set(words.map(stemOf))]

/** Numbers by which statements about the same are found: `EVERY`, and one for each stem. */
export function likenessKeys(text: string): number[] {
  const stems = stemsOf(termsOf(text).words)
  return [EVERY, ...new Set(stems.map(keyOf))].slice(0, MAX_KEYS)
}
