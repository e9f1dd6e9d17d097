import type { Span } from './selection'

/** The words of a text in order, as half-open spans in UTF-16 units. */
export function wordsOf(text: string, language: string): Span[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter((part) => part.isWordLike)
    .map((part) => ({ start: part.index, end: part.index + part.segment.length }))
}

/** The selected words, from `anchor` to `focus`. Both are word indexes, and both are included. */
export type WordCursor = { anchor: number; focus: number }

/** Moves the cursor by words, at most to the first or last one. With `extend` the anchor stays. */
export function moveCursor(cursor: WordCursor, by: number, extend: boolean, words: number): WordCursor {
  const focus = Math.min(Math.max(cursor.focus + by, 0), Math.max(words - 1, 0))
  return { anchor: extend ? cursor.anchor : focus, focus }
}

/** The span from the start of the first selected word to the end of the last; null for a text without words. */
export function cursorSpan(words: Span[], cursor: WordCursor): Span | null {
  const first = words[Math.min(cursor.anchor, cursor.focus)]
  const last = words[Math.max(cursor.anchor, cursor.focus)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** How many words a key moves the cursor in text order. In Arabic the left arrow moves forward. Null for other keys. */
export function stepOf(key: string, direction: 'ltr' | 'rtl'): number | null {
  const onward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  if (key === onward) return 1
  if (key === back) return -1
  if (key === 'ArrowDown') return 8
  if (key === 'ArrowUp') return -8
  return null
}
