const PLAIN_LIMIT = 0x300
const DOUBTFUL_NEXT =
  /^[\p{M}\u200d\p{Emoji_Modifier}\p{Regional_Indicator}\p{Extended_Pictographic}\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff\u{e0020}-\u{e007f}]/u
const DOUBTFUL_LAST =
  /[\p{M}\u200d\p{Regional_Indicator}\u0600-\u0605\u06dd\u070f\u0890-\u0891\u08e2\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff\u{110bd}\u{110cd}]$/u
const WINDOW_BEFORE = 48
const WINDOW_AFTER = 12
const FLAG_LETTERS_COUNTED = 512

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function cutsPair(text: string, at: number): boolean {
  return isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1))
}

/** Regional indicators that stand one after another before `at`, up to a limit that no real text reaches. */
function flagLettersBefore(text: string, at: number): number {
  let count = 0
  while (count < FLAG_LETTERS_COUNTED && isFlagLetter(text, at - 2 * (count + 1))) count++
  return count
}

function isFlagLetter(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff
}

/**
 * Whether a span of `text` may start or end at this UTF-16 offset: not between surrogates, not between a letter
 * and its mark, not inside an emoji sequence. A joiner between letters does not bind them.
 */
export function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  const here = text.charCodeAt(at)
  if (here < PLAIN_LIMIT && before < PLAIN_LIMIT) return !(before === 0x0d && here === 0x0a)
  if (cutsPair(text, at)) return false
  if (here === 0x200c) return true
  const next = text.slice(at, at + 2)
  if (here === 0x200d && !/^\u200d\p{Extended_Pictographic}/u.test(text.slice(at, at + 3))) return true
  const last = text.slice(isLowSurrogate(before) && at > 1 ? at - 2 : at - 1, at)
  if (!DOUBTFUL_NEXT.test(next) && !DOUBTFUL_LAST.test(last)) return true
  if (/^[\p{Mn}\p{Me}]/u.test(next) && !/[\p{C}\p{Z}]/u.test(last)) return false
  if (isFlagLetter(text, at) && isFlagLetter(text, at - 2)) return flagLettersBefore(text, at) % 2 === 0
  let start = Math.max(0, at - WINDOW_BEFORE)
  if (cutsPair(text, start)) start--
  const segments = segmenter.segment(text.slice(start, at + WINDOW_AFTER))
  return segments.containing(at - start)?.index === at - start
}

/** The nearest boundary at or before the offset. */
export function boundaryBefore(text: string, at: number): number {
  let found = at
  while (!isBoundary(text, found)) found--
  return found
}

/** The nearest boundary at or after the offset. */
export function boundaryAfter(text: string, at: number): number {
  let found = at
  while (!isBoundary(text, found)) found++
  return found
}
