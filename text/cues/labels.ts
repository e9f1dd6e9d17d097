import type { Span } from '../locate'

/** A paragraph's beginning up to its first colon; every part has a bound, so that any text takes linear time. */
const LABEL = /^[ \t\u00a0]{0,8}([^\n\r\u2028\u2029:：]{1,40}?)[ \u00a0]?[:：](?=\s)/gmu
const MAX_WORDS = 5
/** `MODERATOR`, `MR. HALE` */
const CAPITALS = /^\p{Lu}[\p{Lu}.’' -]+$/u

/**
 * The names before a colon that begin paragraphs of a transcript: `HALE:`, `المحاور:`. A name must begin two paragraphs,
 * or two paragraphs must begin with names in capitals. They tell who speaks, and nothing to check.
 */
export function speakerLabels(text: string): Span[] {
  const found = [...text.matchAll(LABEL)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, name: match[1] ?? '' }))
    .filter(({ name }) => /\p{L}/u.test(name) && name.split(/\s+/).length <= MAX_WORDS)
  const times = new Map<string, number>()
  for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1)
  const inCapitals = found.filter(({ name }) => CAPITALS.test(name)).length
  return found
    .filter(({ name }) => (times.get(name) ?? 0) > 1 || (inCapitals > 1 && CAPITALS.test(name)))
    .map(({ start, end }) => ({ start, end }))
}
