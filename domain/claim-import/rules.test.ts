import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { anchorAt } from '@/text/anchor'
import { readImportText } from '@/domain/claim-import/rows/rows'
import { reportCsv } from '@/printing/report-csv'
import { someClaim, someReport, someSource } from '@/tests/report'
import { locateOrOffer } from '@/text/locate-quotes'
import { chosenRows, countOutcomes, locatedRows, outcomesOf, outcomesIn, quotesOf } from './rules'
import type { ImportRow } from './schema'

const TEXT = 'It rose by four. Then “it fell”. Later it rose by four again.'
const rowsOf = (...items: object[]): ImportRow[] => readImportText(JSON.stringify(items)).rows
const outcomes = (...items: object[]) =>
  outcomesIn(TEXT, [{ number: 7, start: 0, end: 15 }], rowsOf(...items)).map((row) => row.outcome)

describe('each row', () => {
  it('is anchored, already a claim, missing, repeated in the list, or wrong', () => {
    const rows = outcomesIn(
      TEXT,
      [{ number: 7, start: 0, end: 15 }],
      rowsOf(
        { quote: '"it fell"' },
        { quote: 'It rose by four', start: 0 },
        { quote: 'it sank' },
        { quote: '“it fell”' },
        { quote: '' },
      ),
    )
    expect(rows.map((row) => row.outcome)).toEqual(['anchored', 'existing', 'missing', 'duplicate', 'wrong'])
    expect(rows[0]?.place).toMatchObject({ quote: '“it fell”', start: 22, end: 31 })
    expect(rows[1]?.claim).toBe(7)
    expect(rows[3]?.sameAs).toBe(1)
    expect(rows[4]?.issues).toMatchObject([{ path: 'quote', key: 'required' }])
    expect(countOutcomes(rows)).toEqual({
      anchored: 1,
      ambiguous: 0,
      missing: 1,
      existing: 1,
      duplicate: 1,
      broken: 0,
      wrong: 1,
    })
  })

  it('among copies is placed by its context or its position', () => {
    expect(outcomes({ quote: 'rose by four' })).toEqual(['ambiguous'])
    expect(outcomes({ quote: 'rose by four', suffix: ' again' })).toEqual(['anchored'])
    expect(outcomes({ quote: 'rose by four', start: 42 })).toEqual(['anchored'])
    const [row] = outcomesIn(TEXT, [], rowsOf({ quote: 'rose by four' }))
    expect(row?.candidates.map(({ prefix, start }) => [prefix.trim().split(' ').at(-1), start])).toEqual([
      ['It', 3],
      ['it', 42],
    ])
  })

  it('says which rule its verdict breaks, and can be imported without the verdict', () => {
    const rows = rowsOf(
      { quote: 'it fell', status: 'verified', sources: [{ title: 'T', stance: 'context' }] },
      { quote: 'Then', status: 'disputed' },
      { quote: 'rose by four', status: 'verified' },
    )
    const placed = outcomesIn(TEXT, [], rows)
    expect(placed.map((row) => [row.outcome, row.issues[0]?.key])).toEqual([
      ['broken', 'verifiedNeedsSource'],
      ['broken', 'disputedNeedsFinding'],
      ['ambiguous', 'verifiedNeedsSource'],
    ])
    const chosen = chosenRows(rows, [
      { row: 1, asUnreviewed: true },
      { row: 3, start: 42, asUnreviewed: true },
    ])
    const after = outcomesIn(TEXT, [], chosen)
    expect(after.map((row) => [row.row, row.outcome, row.status, row.place?.start])).toEqual([
      [1, 'anchored', 'unreviewed', 23],
      [3, 'anchored', 'unreviewed', 42],
    ])
  })

  it('placed by its position stays there whatever context the list gives', () => {
    const rows = rowsOf({ quote: 'rose by four', prefix: 'It ', suffix: ' again', start: 3 })
    expect(outcomesIn(TEXT, [], rows)[0]?.outcome).toBe('ambiguous')
    const [row] = outcomesIn(TEXT, [], chosenRows(rows, [{ row: 1, start: 42 }]))
    expect(row).toMatchObject({ outcome: 'anchored', place: { start: 42 } })
  })
})

describe('a row that stands nowhere', () => {
  const given = [
    {
      quote: 'Later it rose by five again',
      status: 'verified',
      sources: [{ title: 'T', stance: 'context' }],
      prefix: 'x',
    },
    { quote: 'Nobody ever counted bicycles' },
    { quote: 'it fell' },
  ]
  const offer = (rows: ImportRow[]) =>
    outcomesOf(TEXT, [], locatedRows(rows, locateOrOffer({ text: TEXT, quotes: quotesOf(rows) })))

  it('is offered the nearest words, with the rule that its verdict breaks, and takes none', () => {
    const rows = offer(rowsOf(...given))
    expect(
      rows.map(({ outcome, near, issues }) => [outcome, near.map((one) => one.quote), issues.length]),
    ).toEqual([
      ['missing', ['Later it rose by four again'], 1],
      ['missing', [], 0],
      ['anchored', [], 0],
    ])
    expect(outcomesIn(TEXT, [], rowsOf(...given)).every(({ near }) => near.length === 0)).toBe(true)
  })

  it('stands on the words that somebody took, where they stand', () => {
    const rows = rowsOf(...given)
    const [near] = offer(rows)[0]?.near ?? []
    const chosen = chosenRows(rows, [{ row: 1, start: near?.start, quote: near?.quote, asUnreviewed: true }])
    expect(outcomesIn(TEXT, [], chosen)).toMatchObject([
      { row: 1, outcome: 'anchored', status: 'unreviewed', place: { start: near?.start, end: near?.end } },
    ])
  })
})

const WORDS = [
  'one',
  'two,',
  '“three”',
  '=4',
  '-5',
  '"six"',
  'سبعة',
  'ثمانيةَ؛',
  '\n\n',
  '@nine',
  "'ten'",
  '١١',
  '😀',
]

it('anchors every claim of an article’s own report on exactly its words in a fresh copy of the article', () => {
  const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 60 })
  const spans = fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(texts, spans, fc.constantFrom('en' as const, 'ar' as const), (words, places, locale) => {
      const text = words.join(' ')
      const starts = words.map((_, index) => words.slice(0, index).join(' ').length + (index ? 1 : 0))
      const seen = new Set<string>()
      const claims = places.flatMap(([from, length]) => {
        const first = from % words.length
        const last = Math.min(words.length - 1, first + length - 1)
        const start = starts[first] ?? 0
        const end = (starts[last] ?? 0) + (words[last]?.length ?? 0)
        const quote = text.slice(start, end)
        if (seen.has(`${start}-${end}`) || quote.trim() === '') return []
        seen.add(`${start}-${end}`)
        return [someClaim({ ...anchorAt(text, start, end), number: seen.size, sources: [someSource()] })]
      })
      fc.pre(claims.length > 0)
      const report = someReport({ claims, text, asked: { language: locale } })
      const placed = outcomesIn(text, [], readImportText(reportCsv(report)).rows)
      expect(
        placed.map(({ outcome, place, status, sources }) => [
          outcome,
          place?.start,
          place?.end,
          status,
          sources,
        ]),
      ).toEqual(
        report.content.claims.map(({ position }) => [
          'anchored',
          position?.utf16.start,
          position?.utf16.end,
          'verified',
          1,
        ]),
      )
    }),
    { numRuns: runs(300) },
  )
})

it('places two thousand rows in a long text within a few seconds', () => {
  const sentences = Array.from(
    { length: 20_000 },
    (_, index) => `وفي عام ${index} فُتح جسر طوله ${index * 7} مترًا.`,
  )
  const text = sentences.join(' ')
  const rows = sentences
    .filter((_, index) => index % 10 === 3)
    .map((quote, index) => ({ quote: index % 2 ? quote.replaceAll('ُ', '') : quote }))
  const given = rowsOf(...rows)
  let placed: ReturnType<typeof outcomesIn> = []
  expect(cpuTimeOf(() => (placed = outcomesIn(text, [], given)))).toBeLessThan(QUICK_MS)
  expect(countOutcomes(placed)).toMatchObject({ anchored: 2_000 })
})
