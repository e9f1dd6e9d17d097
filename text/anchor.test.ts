import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { loadCase } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { anchorAt, codePointOffsets, snapSelection } from './anchor'
import { locateQuote } from './locate'

test('an anchor keeps 32 units on each side and cuts no letter', () => {
  const text = `${'x'.repeat(40)}quote${'y'.repeat(40)}`
  expect(anchorAt(text, 40, 45)).toEqual({
    quote: 'quote',
    prefix: 'x'.repeat(32),
    suffix: 'y'.repeat(32),
    start: 40,
    end: 45,
  })
  const emoji = `${'😀'.repeat(20)}q${'e\u0301'.repeat(20)}`
  const shifted = anchorAt(`a${emoji}`, 42, 42)
  expect(shifted.prefix).not.toMatch(/^[\udc00-\udfff]/)
  expect(anchorAt(emoji, 41, 42).suffix).not.toMatch(/e$/)
})

test('the surroundings of an anchor find its copy again', () => {
  let asked = 0
  let answered = 0
  fc.assert(
    fc.property(newsText, newsText, newsText, (before, quote, after) => {
      const words = quote.replace(/\s+/g, ' ').trim()
      fc.pre(/^[\p{L}\p{N}]/u.test(words))
      const text = `${before} ${words} ${after} unlike ${words} this`
      const start = text.length - 5 - words.length
      const { quote: kept, prefix, suffix } = anchorAt(text, start, start + words.length)
      const found = locateQuote(text, kept, { prefix, suffix, hint: 0 })
      asked++
      if (found?.kind !== 'span') return
      answered++
      expect(found).toEqual({ kind: 'span', start, end: start + words.length })
    }),
    { numRuns: runs(500) },
  )
  expect(answered / asked).toBeGreaterThan(0.9)
})

describe('a selection', () => {
  test('loses the white space at its ends', () => {
    expect(snapSelection('one  two \n three', 3, 11)).toEqual({ start: 5, end: 8 })
    expect(snapSelection('a  b', 1, 3)).toBeNull()
    expect(snapSelection('abc', 2, 2)).toBeNull()
  })

  test('is widened to whole words', () => {
    expect(snapSelection('كتا\u064eب هنا', 0, 3)).toEqual({ start: 0, end: 5 })
    expect(snapSelection('a 👩‍👩‍👦 b', 4, 6)).toEqual({ start: 2, end: 10 })
    expect(snapSelection('🇸🇩🇪🇬', 2, 6)).toEqual({ start: 0, end: 8 })
  })

  test('may come backwards or out of range', () => {
    expect(snapSelection('one two', 99, 4)).toEqual({ start: 4, end: 7 })
    expect(snapSelection('one two', Number.NaN, 3)).toEqual({ start: 0, end: 3 })
  })

  test('always ends at letters of the segmenter', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    fc.assert(
      fc.property(newsText, fc.nat(), fc.nat(), (text, a, b) => {
        const found = snapSelection(text, a % (text.length + 1), b % (text.length + 1))
        if (!found) return
        const edges = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length))
        const joiner = (at: number) => /^[\u200c\u200d]/.test(text.slice(at))
        expect(edges.has(found.start) || joiner(found.start)).toBe(true)
        expect(edges.has(found.end) || joiner(found.end)).toBe(true)
      }),
      { numRuns: runs(1000) },
    )
  })
})

test('offsets in code points', () => {
  const { article } = loadCase<{ article: string }>('C14_emoji_offsets')
  expect(codePointOffsets(article, 34, 49)).toEqual({ start: 32, end: 45 })
})
