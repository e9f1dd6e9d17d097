import { partsOfReading } from '@/text/reading'
import type { Span } from './selection'

/** The answer of a browser's word segmenter, of which only the cuts count. */
type Cut = { segment: string; index: number }

/**
 * The words among the segments of a text: all with a letter or a figure. The segmenter's own `isWordLike` is not asked,
 * since WebKit calls figures no words.
 */
export const wordsAmong = (cuts: Iterable<Cut>, from: number): Span[] =>
  [...cuts]
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({ start: from + index, end: from + index + segment.length }))

/** The words of a reading in reading order, those of the headline first, as half-open spans in UTF-16 units. */
export function wordsOf(text: string, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return partsOfReading(text)
    .toReversed()
    .flatMap(({ text: own, from }) => wordsAmong(segmenter.segment(own), from))
}

/** The selected words, from `anchor` to `focus`. Both are word indexes, and both are included. */
export type WordCursor = { anchor: number; focus: number }

/** What a key moves the cursor by, onward or back in reading order. */
export type Move = {
  unit: 'word' | 'sentence' | 'paragraph' | 'line' | 'lineEnd' | 'textEnd'
  by: 1 | -1
}

type KeyDown = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/** How far one of the arrows along the line goes. */
const along = ({ ctrlKey, altKey, metaKey }: KeyDown): Move['unit'] =>
  metaKey ? 'lineEnd' : ctrlKey || altKey ? 'sentence' : 'word'

/** How far one of the arrows across the lines goes. */
const across = ({ ctrlKey, altKey, metaKey }: KeyDown): Move['unit'] =>
  metaKey ? 'textEnd' : ctrlKey || altKey ? 'paragraph' : 'line'

/**
 * What a key moves the cursor by; null for other keys. In Arabic the left arrow moves onward. Control and Alt mean the
 * same, because each system keeps one of them with arrows for itself.
 */
export function moveOf(down: KeyDown, direction: 'ltr' | 'rtl'): Move | null {
  const onward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  if (down.key === onward) return { unit: along(down), by: 1 }
  if (down.key === back) return { unit: along(down), by: -1 }
  if (down.key === 'ArrowDown') return { unit: across(down), by: 1 }
  if (down.key === 'ArrowUp') return { unit: across(down), by: -1 }
  if (down.key === 'End') return { unit: down.ctrlKey || down.metaKey ? 'textEnd' : 'lineEnd', by: 1 }
  if (down.key === 'Home') return { unit: down.ctrlKey || down.metaKey ? 'textEnd' : 'lineEnd', by: -1 }
  return null
}

/** Where a word is on the screen: the number of its line, rising onward, and its middle along the line. */
export type WordPlace = { line: number; middle: number }

/** What the cursor moves in. Spans are in reading order; words outside all of them are their own sentence. */
export type Ground = {
  words: readonly Span[]
  sentences: readonly Span[]
  paragraphs: readonly Span[]
  /** Null for a word that the screen does not show yet. */
  placeOf: (word: number) => WordPlace | null
}

/** The words of the same unit around a word: the first and the last one. */
function around(word: number, { words }: Ground, spans: readonly Span[]): [number, number] {
  const { start = 0 } = words[word] ?? {}
  const span = spans.find((one) => one.start <= start && start < one.end)
  if (!span) return [word, word]
  let [first, last] = [word, word]
  const inside = (index: number) => {
    const one = words[index]
    return one !== undefined && one.start >= span.start && one.start < span.end
  }
  while (inside(first - 1)) first -= 1
  while (inside(last + 1)) last += 1
  return [first, last]
}

/** The first and the last word of the line of a word. */
function lineAround(word: number, { words, placeOf }: Ground): [number, number] {
  const line = placeOf(word)?.line
  if (line === undefined) return [word, word]
  let [first, last] = [word, word]
  while (first > 0 && placeOf(first - 1)?.line === line) first -= 1
  while (last < words.length - 1 && placeOf(last + 1)?.line === line) last += 1
  return [first, last]
}

/** The word of the next or previous line that lies nearest above or below a word. */
function lineOver(word: number, by: 1 | -1, ground: Ground): number {
  const here = ground.placeOf(word)
  const [first, last] = lineAround(word, ground)
  const edge = by > 0 ? last + 1 : first - 1
  if (!here || edge < 0 || edge >= ground.words.length) return by > 0 ? last : first
  const away = (index: number) => Math.abs((ground.placeOf(index)?.middle ?? Infinity) - here.middle)
  const [from, to] = lineAround(edge, ground)
  let nearest = edge
  for (let index = from; index <= to; index += 1) if (away(index) < away(nearest)) nearest = index
  return nearest
}

/**
 * The word to which a move by a sentence or a paragraph leads. A selection that grows reaches the nearer end of its
 * unit first; a cursor without one stands on first words.
 */
function unitOver(word: number, by: 1 | -1, extend: boolean, ground: Ground, spans: readonly Span[]): number {
  const [first, last] = around(word, ground, spans)
  const end = ground.words.length - 1
  if (by > 0) {
    if (!extend) return last < end ? last + 1 : word
    return word < last ? last : around(Math.min(last + 1, end), ground, spans)[1]
  }
  return word > first ? first : around(Math.max(first - 1, 0), ground, spans)[0]
}

function target(word: number, { unit, by }: Move, extend: boolean, ground: Ground): number {
  if (unit === 'word') return word + by
  if (unit === 'textEnd') return by > 0 ? ground.words.length - 1 : 0
  if (unit === 'lineEnd') return lineAround(word, ground)[by > 0 ? 1 : 0]
  if (unit === 'line') return lineOver(word, by, ground)
  return unitOver(word, by, extend, ground, unit === 'sentence' ? ground.sentences : ground.paragraphs)
}

/** Moves the cursor, at most to the first or last word. With `extend` the anchor stays. */
export function moveCursor(cursor: WordCursor, move: Move, extend: boolean, ground: Ground): WordCursor {
  const most = Math.max(ground.words.length - 1, 0)
  const focus = Math.min(Math.max(target(cursor.focus, move, extend, ground), 0), most)
  return { anchor: extend ? cursor.anchor : focus, focus }
}

/**
 * The span from the start of the first selected word to the end of the last. Null for a text without words, and when
 * the words reach from the headline into the text.
 */
export function cursorSpan(words: readonly Span[], cursor: WordCursor): Span | null {
  const first = words[Math.min(cursor.anchor, cursor.focus)]
  const last = words[Math.max(cursor.anchor, cursor.focus)]
  return first && last && first.start <= last.start ? { start: first.start, end: last.end } : null
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
