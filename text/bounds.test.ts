import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { blocksOf, linesOf } from './blocks'
import { TEXT_BOUNDS } from './bounds'
import { parseDraft } from './draft'
import { sentencesOf } from './sentences'

const { units, blocks, sentences } = TEXT_BOUNDS
const times = (count: number, make: (at: number) => string, between: string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(between)

/** Paragraphs of one kind: their text, and the text between them. */
const PARAGRAPHS: [string, string, string][] = [
  ['letters', 'a', '\n\n'],
  ['Arabic letters', 'ع', '\n\n'],
  ['figures, with Windows line ends', '7', '\r\n\r\n'],
  ['signs, with blank lines of spaces', '—', '\n \t\n'],
  ['words, with many blank lines', 'word', '\n\n\n\n'],
  ['emoji', '👩‍👧', '\n\n'],
]

describe('the blocks of a text', () => {
  it.each(PARAGRAPHS)('of %s are limited', (_, piece, between) => {
    expect(
      parseDraft(
        times(blocks, () => piece, between),
        'text',
      ).blocks,
    ).toHaveLength(blocks)
    expect(
      parseDraft(
        times(blocks + 1, () => piece, between),
        'text',
      ).problem,
    ).toEqual({ code: 'too_many_blocks' })
  })

  it.each([
    ['paragraphs', 'a', '\n\n'],
    ['headings', '# a', '\n'],
    ['list items', '- a', '\n'],
    ['numbered items', '1. ع', '\n'],
    ['quotes', '> a', '\n\n'],
  ])('of Markdown with %s are limited', (_, piece, between) => {
    expect(
      parseDraft(
        times(blocks, () => piece, between),
        'markdown',
      ).problem,
    ).toBeUndefined()
    expect(
      parseDraft(
        times(blocks + 1, () => piece, between),
        'markdown',
      ).problem,
    ).toEqual({
      code: 'too_many_blocks',
    })
  })

  it('are counted before the rest is read', () => {
    const from = process.cpuUsage()
    expect(parseDraft('a\n\n'.repeat(units / 3), 'text').problem).toEqual({ code: 'too_many_blocks' })
    expect(process.cpuUsage(from).user / 1_000).toBeLessThan(1_000)
  })

  it('are refused beyond any limit, and only then', () => {
    const written = fc
      .array(fc.constantFrom('a', '\n', ' ', 'ب', '\n\n'), { maxLength: 60 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(written, fc.nat(12), (text, most) => {
        const all = blocksOf(text)
        expect(blocksOf(text, most)).toEqual(all.length > most ? null : all)
        expect([...linesOf(text)]).toEqual(text.split('\n'))
      }),
      { numRuns: runs(200), seed: 23 },
    )
  })
})

describe('the sentences of a text', () => {
  it('are refused beyond any limit, and only then', () => {
    const written = fc
      .array(fc.constantFrom('It rose. ', 'قال نعم؟ ', 'No\n\n', 'So! ', 'a '), { maxLength: 30 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(written, fc.nat(12), (text, most) => {
        const found = blocksOf(text)
        const all = sentencesOf(text, found, 'en')
        expect(sentencesOf(text, found, 'en', most)).toEqual(all.length > most ? null : all)
      }),
      { numRuns: runs(200), seed: 23 },
    )
  })

  it('of a long investigation with a claim in each are far below the limit', () => {
    const text = times(
      2_000,
      (at) => `The council spent ${at} euro on bridge ${at} in 2019 of its money.`,
      ' ',
    )
    expect(sentencesOf(text, blocksOf(text), 'en').length).toBe(2_000)
    expect(2_000 * 10).toBeLessThanOrEqual(sentences)
  })
})
