import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { runs } from '@/tests/properties'
import { foldSpelling } from './fold'
import { findMatches, nearForms, searchTerms, wholePhrase } from './search'

type Pair = [text: string, query: string]
type Marked = Record<string, { found: Pair[]; apart: Pair[] }>
const marked = JSON.parse(readFileSync('bench/marked/spellings.json', 'utf8')) as Marked
const all = (kind: 'found' | 'apart') =>
  Object.entries(marked).flatMap(([language, pairs]) =>
    pairs[kind].map((pair) => [language, ...pair] as const),
  )

describe('words are found however they are written', () => {
  it.each(all('found'))('%s: %s has %s', (_, text, query) => {
    expect(findMatches(text, query)).not.toEqual([])
  })

  it.each(all('apart'))('%s: %s lacks %s', (_, text, query) => {
    expect(findMatches(text, query)).toEqual([])
  })

  it('is shown by a set of this size', () => {
    expect(all('found').length + all('apart').length).toBeGreaterThan(150)
  })

  it('marks the words as the text writes them', () => {
    const matched = (text: string, query: string) =>
      findMatches(text, query).map(({ start, end }) => text.slice(start, end))
    expect(matched('دفع ١٢٬٥٠٠ دينار', '12500')).toEqual(['١٢٬٥٠٠'])
    expect(matched('the co‑operative won', 'cooperative')).toEqual(['co‑operative'])
    expect(matched('auf der Straße', 'strasse')).toEqual(['Straße'])
    expect(matched('the ofﬁce', 'office')).toEqual(['ofﬁce'])
    expect(matched('زار القاهرة', 'بالقاهرة')).toEqual(['القاهرة'])
    expect(matched('the Qurʾān', 'quran')).toEqual(['Qurʾān'])
  })
})

describe('the spelling fold', () => {
  it('maps each unit to its place, in ascending order, and the end to the end', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const { folded, map } = foldSpelling(text)
        expect(map).toHaveLength(folded.length + 1)
        expect(map.at(-1)).toBe(text.length)
        for (let at = 1; at < map.length; at++) expect(map[at]).toBeGreaterThanOrEqual(map[at - 1] ?? 0)
      }),
      { numRuns: runs(500), seed: 19 },
    )
  })
})

describe('a search', () => {
  it('has a phrase only when its matches may differ', () => {
    expect(wholePhrase('bridge')).toBeNull()
    expect(wholePhrase('  late   Bridge')).toBe('late bridge')
    expect(wholePhrase('"late bridge"')).toBeNull()
    expect(wholePhrase('بالقاهرة')).toBe('بالقاهره')
    expect(wholePhrase('')).toBeNull()
  })

  it('has near forms for Arabic words with something joined to their front', () => {
    expect(nearForms('bridge')).toBeNull()
    expect(nearForms('جسر')).toBeNull()
    const near = new RegExp(nearForms('والجسر') ?? '')
    for (const word of ['جسر', 'الجسر', 'بالجسر', 'وللجسر', 'كجسر'])
      expect(near.test(`في ${word} كبير`)).toBe(true)
    for (const word of ['جسران', 'تجسر']) expect(near.test(`في ${word} كبير`)).toBe(false)
  })

  it('takes the terms in their folded spelling', () => {
    expect(searchTerms('١٢٬٥٠٠ الشئون co-op')).toEqual(['12500', 'الشوون', 'coop'])
  })

  type Rows = { rows: { text: string; queries: string[] }[] }
  it.each(
    loadCase<Rows>('N11_arabic_spellings').rows.flatMap(({ text, queries }) =>
      queries.map((one) => [one, text]),
    ),
  )('for %s finds %s', (query = '', text = '') => expect(findMatches(text, query)).toHaveLength(1))
})
