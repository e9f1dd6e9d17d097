import type { Span } from './selection'

/** The words of a text in order, each half-open, in UTF-16 units. */
export function wordsOf(text: string, language: string): Span[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter((part) => part.isWordLike)
    .map((part) => ({ start: part.index, end: part.index + part.segment.length }))
}

/** Which words are selected: from `anchor` to `focus`, both counted in words and both included. */
export type WordCursor = { anchor: number; focus: number }

/** Moves the cursor by words; with `extend` the anchor stays. Never past the first or the last word. */
export function moveCursor(cursor: WordCursor, by: number, extend: boolean, words: number): WordCursor {
  const focus = Math.min(Math.max(cursor.focus + by, 0), Math.max(words - 1, 0))
  return { anchor: extend ? cursor.anchor : focus, focus }
}

/** The span from the first selected word's start to the last one's end; null without words. */
export function cursorSpan(words: Span[], cursor: WordCursor): Span | null {
  const first = words[Math.min(cursor.anchor, cursor.focus)]
  const last = words[Math.max(cursor.anchor, cursor.focus)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** How many words a key moves by, the way the text runs: in Arabic the left arrow goes on. Null for other keys. */
export function stepOf(key: string, direction: 'ltr' | 'rtl'): number | null {
  const onward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  if (key === onward) return 1
  if (key === back) return -1
  if (key === 'ArrowDown') return 8
  if (key === 'ArrowUp') return -8
  return null
}
