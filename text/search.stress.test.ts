import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { loadCase, longInputs } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { locateQuote } from './locate'
import { MAX_TERMS, findMatches, searchTerms } from './search'

type Hit = { start_utf16: number; end_utf16: number; matched_text: string }
const spanOf = (hit: Hit) => ({ start: hit.start_utf16, end: hit.end_utf16 })

test('Arabic is found in every spelling', () => {
  const { tests } = loadCase<{ tests: { text: string; query: string; match: boolean; expect?: Hit }[] }>(
    'C10_arabic_folding',
  )
  expect(tests).toHaveLength(9)
  for (const { text, query, match, expect: hit } of tests) {
    const found = findMatches(text, query)
    expect({ query, found }).toEqual({ query, found: match && hit ? [spanOf(hit)] : [] })
    if (hit) expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([hit.matched_text])
  }
})

test('Persian words are found with and without the joiner', () => {
  const { stored_text, search } = loadCase<{ stored_text: string; search: { query: string; expect: Hit }[] }>(
    'C11_zwnj',
  )
  for (const { query, expect: hit } of search) expect(findMatches(stored_text, query)).toEqual([spanOf(hit)])
})

test('numbers are found in any of the three sets of digits', () => {
  const { article, search } = loadCase<{ article: string; search: { query: string; expect_hits: Hit[] }[] }>(
    'C17_digits',
  )
  for (const { query, expect_hits } of search)
    expect(findMatches(article, query)).toEqual(expect_hits.map(spanOf))
})

test('every term must match; a quoted phrase stays whole', () => {
  const text = 'The bank raised rates. Rates at the bank rose.'
  expect(findMatches(text, 'rates bank')).toHaveLength(4)
  expect(findMatches(text, 'rates fell')).toEqual([])
  expect(findMatches(text, '"bank raised"')).toEqual([{ start: 4, end: 15 }])
  expect(findMatches(text, '"raised bank"')).toEqual([])
  expect(findMatches(text, '“BANK raised”  rates')).toEqual([
    { start: 4, end: 21 },
    { start: 23, end: 28 },
  ])
  expect(findMatches(text, '  ')).toEqual([])
})

test('a highlight covers whole letters', () => {
  expect(findMatches('cafe\u0301s', 'cafe')).toEqual([{ start: 0, end: 5 }])
  expect(findMatches('अकी', 'क')).toEqual([{ start: 1, end: 3 }])
  expect(findMatches('a 👩‍👩‍👦 b', '👩')).toEqual([{ start: 2, end: 10 }])
})

test('the terms of a search', () => {
  expect(searchTerms('عشق آباد')).toEqual(['عشق', 'اباد'])
  expect(searchTerms('A "Two  Words" b a')).toEqual(['a', 'two words', 'b'])
  expect(searchTerms('open "end of')).toEqual(['open', 'end', 'of'])
  expect(searchTerms('a\u0000b\u0007')).toEqual(['ab'])
  expect(searchTerms('1 2 3 4 5 6 7 8 9 10')).toHaveLength(MAX_TERMS)
  expect(searchTerms('" " \u200f')).toEqual([])
})

test('highlights are ordered, apart, inside the text and never blank', () => {
  fc.assert(
    fc.property(newsText, fc.nat(), fc.nat({ max: 8 }), (text, from, length) => {
      const start = from % (text.length + 1)
      let end = 0
      for (const span of findMatches(text, text.slice(start, start + length + 1))) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: runs(2000) },
  )
})

test.each(longInputs())('searches in and for $name finish', ({ text }) => {
  findMatches(text, text.slice(0, 1))
  findMatches(text, text)
  searchTerms(text)
})

test.each([
  ['flags', '🇸🇩'.repeat(50_000), '🇸🇩'],
  ['joined emoji', '👩\u200d'.repeat(50_000), '👩'],
  ['vowels of Hangul', '\u1161'.repeat(100_000), '\u1161'],
  ['accents', `a${'\u0301'.repeat(100_000)}`, 'a'],
])('a row of %s finishes', (_name, text, query) => {
  expect(findMatches(text, query).length).toBeGreaterThan(0)
  locateQuote(text, query)
})
