import { partsOfReading } from '@/text/reading'
import type { Span } from './selection'

/** The words of a reading in reading order, those of the headline first, as half-open spans in UTF-16 units. */
export function wordsOf(text: string, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return partsOfReading(text)
    .toReversed()
    .flatMap(({ text: own, from }) =>
      [...segmenter.segment(own)]
        .filter((part) => part.isWordLike)
        .map((part) => ({ start: from + part.index, end: from + part.index + part.segment.length })),
    )
}

/** The selected words, from `anchor` to `focus`. Both are word indexes, and both are included. */
export type WordCursor = { anchor: number; focus: number }

/** Moves the cursor by words, at most to the first or last one. With `extend` the anchor stays. */
export function moveCursor(cursor: WordCursor, by: number, extend: boolean, words: number): WordCursor {
  const focus = Math.min(Math.max(cursor.focus + by, 0), Math.max(words - 1, 0))
  return { anchor: extend ? cursor.anchor : focus, focus }
}

/**
 * The span from the start of the first selected word to the end of the last. Null for a text without words, and when
 * the words reach from the headline into the text.
 */
export function cursorSpan(words: Span[], cursor: WordCursor): Span | null {
  const first = words[Math.min(cursor.anchor, cursor.focus)]
  const last = words[Math.max(cursor.anchor, cursor.focus)]
  return first && last && first.start <= last.start ? { start: first.start, end: last.end } : null
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

/** The index of the first word that ends after an offset of the text; without one, the first word of all. */
export function wordNear(words: readonly Span[], offset: number): number {
  let found = 0
  words.forEach((word, index) => {
    const nearest = words[found]
    const behind = word.end > offset
    if (behind && (!nearest || nearest.end <= offset || word.start < nearest.start)) found = index
  })
  return found
}
