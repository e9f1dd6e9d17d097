import { stemOf } from './stem'
import { quantitiesIn } from './amounts'
import { termsOf, type Terms } from './terms'
import { seen, tokensOf } from './tokens'

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

/**
 * The values of the figures in a text, so that "forty" and "40", أربعين and ٤٠ are equal. It leaves out values that
 * have no plain digits.
 */
const valuesIn = (text: string): string[] =>
  quantitiesIn(tokensOf(seen(text))).flatMap((one) =>
    one.kind === 'amount' && /^\d+(?:\.\d+)?$/.test(one.value) ? [one.value] : [],
  )

/** The stems of a statement's content words, and its figures in digits, each once. */
export const stemsOf = (text: string, { words }: Terms = termsOf(text)): string[] => [
  ...new Set([...words.map(stemOf), ...valuesIn(text)]),
]

/** Numbers by which the desk finds statements on the same subject: `EVERY`, and one for each stem and figure. */
export function likenessKeys(text: string): number[] {
  return [EVERY, ...new Set(stemsOf(text).map(keyOf))].slice(0, MAX_KEYS)
}
