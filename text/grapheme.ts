const PLAIN_LIMIT = 0x300
/** Hangul jamo and syllables, and the vowels of Kirat Rai, which join like jamo. */
const JAMO = '\\u1100-\\u11ff\\ua960-\\ua97f\\uac00-\\ud7ff\\u{16d63}\\u{16d67}-\\u{16d6a}'
/** Unicode's Prepend class: signs that attach to the letter after them. */
const PREPENDED =
  '\\u0600-\\u0605\\u06dd\\u070f\\u0890-\\u0891\\u08e2\\u0d4e\\u{110bd}\\u{110cd}\\u{111c2}-\\u{111c3}' +
  '\\u{113d1}\\u{1193f}\\u{11941}\\u{11a3a}\\u{11a84}-\\u{11a89}\\u{11d46}\\u{11f02}'
/**
 * Before one of these a boundary is uncertain. Before any other character there is one, unless DOUBTFUL_LAST precedes
 * it.
 */
const DOUBTFUL_NEXT = new RegExp(
  `^[\\p{M}\\p{Grapheme_Extend}\\u200d\\p{Emoji_Modifier}\\p{Regional_Indicator}\\p{Extended_Pictographic}\\u0e33\\u0eb3${JAMO}\\u{e0020}-\\u{e007f}]`,
  'u',
)
const DOUBTFUL_LAST = new RegExp(`[\\p{M}\\u200d\\p{Regional_Indicator}${PREPENDED}${JAMO}]$`, 'u')
const EXTENDS = /^[\p{Grapheme_Extend}\u200d]/u
/** Controls and separators: a mark after one of them stands alone. */
const MAY_STAND_ALONE = /[^\P{C}\u200c\u200d]|\p{Z}/u
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

/** The number of consecutive regional indicators before `at`, up to a limit that no real text reaches. */
function flagLettersBefore(text: string, at: number): number {
  let count = 0
  while (count < FLAG_LETTERS_COUNTED && isFlagLetter(text, at - 2 * (count + 1))) count++
  return count
}

function isFlagLetter(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff
}

/** The last code point before an offset. */
function lastBefore(text: string, at: number): string {
  return text.slice(isLowSurrogate(text.charCodeAt(at - 1)) && at > 1 ? at - 2 : at - 1, at)
}

function isDoubtful(text: string, at: number): boolean {
  return DOUBTFUL_NEXT.test(text.slice(at, at + 2)) || DOUBTFUL_LAST.test(lastBefore(text, at))
}

/**
 * A certain boundary before an offset, from which the segmenter may start; the edge of the window when none is near.
 */
function windowStart(text: string, at: number): number {
  const edge = Math.max(0, at - WINDOW_BEFORE)
  let start = at - 1
  while (start > edge && (cutsPair(text, start) || isDoubtful(text, start))) start--
  return cutsPair(text, start) ? start - 1 : start
}

/**
 * Whether a span of `text` may start or end at this UTF-16 offset: at a boundary of extended grapheme clusters
 * (Unicode Standard Annex 29). It is so never between surrogates, between a letter and its mark or joiner, or inside
 * an emoji sequence, a flag or a Hangul syllable.
 */
export function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const before = text.charCodeAt(at - 1)
  const here = text.charCodeAt(at)
  if (here < PLAIN_LIMIT && before < PLAIN_LIMIT) return !(before === 0x0d && here === 0x0a)
  if (cutsPair(text, at)) return false
  if (!isDoubtful(text, at)) return true
  if (EXTENDS.test(text.slice(at, at + 2)) && !MAY_STAND_ALONE.test(lastBefore(text, at))) return false
  if (isFlagLetter(text, at) && isFlagLetter(text, at - 2)) return flagLettersBefore(text, at) % 2 === 0
  const start = windowStart(text, at)
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

/**
 * Widens a span to whole letters. Every span that leaves this folder for a page, a claim or a file passes through
 * here.
 */
export function wholeLetters(text: string, { start, end }: { start: number; end: number }) {
  return { start: boundaryBefore(text, start), end: boundaryAfter(text, end) }
}
