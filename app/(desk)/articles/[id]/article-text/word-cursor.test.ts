import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '@/text/blocks'
import { readingOf } from '@/text/reading'
import { sentencesOf } from '@/text/sentences'
import { cursorSpan, moveCursor, moveOf, wordsAmong, wordsOf, type Ground, type Move } from './word-cursor'

const TEXT = 'It opened in 1932. Nobody paid then.\n\nIts 503 metres are steel. Cars came later.'
const PER_LINE = 4

/** A text whose lines hold four words each, however long the words are. */
function groundOf(text: string, language = 'en'): Ground {
  const words = wordsOf(text, language)
  return {
    words,
    sentences: sentencesOf(text, blocksOf(text), language),
    paragraphs: blocksOf(text),
    placeOf: (word) => ({ line: Math.floor(word / PER_LINE), middle: word % PER_LINE }),
  }
}

const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => ({
  ...{ key: name, ctrlKey: false, altKey: false, metaKey: false },
  ...held,
})

/** The selected words after some moves from the first word; a move in capitals extends. */
function after(ground: Ground, text: string, ...moves: [Move['unit'], 1 | -1, 'extend'?][]): string {
  const cursor = moves.reduce(
    (now, [unit, by, extend]) => moveCursor(now, { unit, by }, extend === 'extend', ground),
    { anchor: 0, focus: 0 },
  )
  const { start, end } = cursorSpan(ground.words, cursor) ?? { start: 0, end: 0 }
  return text.slice(start, end)
}

describe('the words', () => {
  it('are those with a letter or a figure, whatever a browser calls a word', () => {
    // WebKit's answer for “In 1932, 4% (٥٠٣).”
    const webkit = [
      { segment: 'In', index: 0, isWordLike: true },
      { segment: ' ', index: 2, isWordLike: false },
      { segment: '1932', index: 3, isWordLike: false },
      { segment: ',', index: 7, isWordLike: false },
      { segment: ' ', index: 8, isWordLike: false },
      { segment: '4', index: 9, isWordLike: false },
      { segment: '%', index: 10, isWordLike: false },
      { segment: ' ', index: 11, isWordLike: false },
      { segment: '(', index: 12, isWordLike: false },
      { segment: '٥٠٣', index: 13, isWordLike: false },
      { segment: ').', index: 16, isWordLike: false },
    ]
    expect(wordsAmong(webkit, 100)).toEqual([
      { start: 100, end: 102 },
      { start: 103, end: 107 },
      { start: 109, end: 110 },
      { start: 113, end: 116 },
    ])
  })

  it.each([
    ['en', 'In 1932 it was 4.5 metres', ['In', '1932', 'it', 'was', '4.5', 'metres']],
    ['ar', 'عام ١٩٣٢ بلغ ٥٠٣ أمتار', ['عام', '١٩٣٢', 'بلغ', '٥٠٣', 'أمتار']],
    ['fa', 'سال ۱۳۵۷ بود', ['سال', '۱۳۵۷', 'بود']],
    ['hi', 'सन् १९४७ में', ['सन्', '१९४७', 'में']],
    ['ja', '1932年に開通', ['1932', '年', 'に', '開通']],
  ])('hold each figure of a text in %s', (language, text, words) => {
    expect(wordsOf(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(words)
  })

  it('of a headline come first, and none is shared with the text', () => {
    const reading = readingOf({ text: 'Rain fell.', headline: 'Dry 1932' })
    expect(wordsOf(reading, 'en').map(({ start, end }) => reading.slice(start, end))).toEqual([
      ...['Dry', '1932', 'Rain', 'fell'],
    ])
  })
})

describe('a key', () => {
  it.each([
    ['ArrowRight', {}, 'ltr', 'word', 1],
    ['ArrowRight', {}, 'rtl', 'word', -1],
    ['ArrowLeft', {}, 'rtl', 'word', 1],
    ['ArrowLeft', { ctrlKey: true }, 'rtl', 'sentence', 1],
    ['ArrowLeft', { altKey: true }, 'ltr', 'sentence', -1],
    ['ArrowRight', { metaKey: true }, 'ltr', 'lineEnd', 1],
    ['ArrowDown', {}, 'ltr', 'line', 1],
    ['ArrowUp', { ctrlKey: true }, 'rtl', 'paragraph', -1],
    ['ArrowDown', { metaKey: true }, 'ltr', 'textEnd', 1],
    ['Home', {}, 'rtl', 'lineEnd', -1],
    ['End', {}, 'rtl', 'lineEnd', 1],
    ['Home', { ctrlKey: true }, 'ltr', 'textEnd', -1],
  ] as const)('%s with %o in %s moves by a %s (%i)', (name, held, direction, unit, by) => {
    expect(moveOf(key(name, held), direction)).toEqual({ unit, by })
  })

  it('that is no arrow moves nothing', () => {
    for (const name of ['Enter', 'Escape', 'a', '1', ' ']) expect(moveOf(key(name), 'ltr')).toBeNull()
  })
})

describe('the cursor', () => {
  const ground = groundOf(TEXT)
  const selected = (...moves: [Move['unit'], 1 | -1, 'extend'?][]) => after(ground, TEXT, ...moves)

  it('moves by words and stops at both ends', () => {
    expect(selected(['word', 1])).toBe('opened')
    expect(selected(['word', -1])).toBe('It')
    expect(selected(['textEnd', 1], ['word', 1])).toBe('later')
  })

  it('selects a sentence with one key and the next with another', () => {
    expect(selected(['sentence', 1, 'extend'])).toBe('It opened in 1932')
    expect(selected(['sentence', 1, 'extend'], ['sentence', 1, 'extend'])).toBe(
      'It opened in 1932. Nobody paid then',
    )
    expect(selected(['sentence', 1], ['sentence', 1, 'extend'])).toBe('Nobody paid then')
    expect(selected(['sentence', 1], ['word', 1], ['sentence', -1])).toBe('Nobody')
    expect(selected(['sentence', 1], ['sentence', -1])).toBe('It')
  })

  it('moves by paragraphs', () => {
    expect(selected(['paragraph', 1])).toBe('Its')
    expect(selected(['paragraph', 1, 'extend'])).toBe('It opened in 1932. Nobody paid then')
    expect(selected(['paragraph', 1], ['paragraph', -1])).toBe('It')
  })

  it('moves to the ends of the line and to the lines above and below', () => {
    expect(selected(['word', 1], ['lineEnd', 1])).toBe('1932')
    expect(selected(['word', 1], ['lineEnd', -1])).toBe('It')
    expect(selected(['word', 1], ['lineEnd', 1, 'extend'])).toBe('opened in 1932')
    expect(selected(['word', 1], ['line', 1])).toBe('paid')
    expect(selected(['word', 1], ['line', 1], ['line', -1])).toBe('opened')
    expect(selected(['line', -1])).toBe('It')
  })

  it('always stands on a word, and extending keeps the anchor', () => {
    const move = fc.record({
      unit: fc.constantFrom<Move['unit']>('word', 'sentence', 'paragraph', 'line', 'lineEnd', 'textEnd'),
      by: fc.constantFrom<1 | -1>(1, -1),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(move, fc.boolean())), (moves) => {
        let cursor = { anchor: 0, focus: 0 }
        for (const [one, extend] of moves) {
          const next = moveCursor(cursor, one, extend, ground)
          expect(ground.words[next.focus]).toBeDefined()
          expect(next.anchor).toBe(extend ? cursor.anchor : next.focus)
          // No key leads the other way.
          if (!extend || cursor.anchor === cursor.focus)
            expect((next.focus - cursor.focus) * one.by).toBeGreaterThanOrEqual(0)
          cursor = next
        }
      }),
    )
  })
})
