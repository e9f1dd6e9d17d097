import makeBidi from 'bidi-js'
import { directionOf } from '@/text/direction'
import type { Said } from '../outline/shape'
import { linkOf } from './link'

export type Direction = 'ltr' | 'rtl'

const bidi = makeBidi()

/** The direction of the first strong letter (UAX 9, P2); null for a text without one. */
function firstStrong(text: string): Direction | null {
  for (const letter of text) {
    const type = bidi.getBidiCharTypeName(letter)
    if (type === 'L') return 'ltr'
    if (type === 'R' || type === 'AL') return 'rtl'
  }
  return null
}

/**
 * The direction of words: that of their language if it is known, else of their first strong letter, else of the text
 * around them.
 */
export function directionOfSaid({ text, language, code, address }: Said, around: Direction): Direction {
  if (code || (address && linkOf(text))) return 'ltr'
  return language ? directionOf(language) : (firstStrong(text) ?? around)
}
