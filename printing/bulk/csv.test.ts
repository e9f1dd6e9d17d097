import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { bytesOf, exportedClaim, inBatches } from '@/tests/export'
import { inertCell } from '@/text/inert-cell'
import type { CsvForm } from '../csv-form'
import { claimsCsv } from './csv'
import { exportWords } from './words'

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const csv = (claims: ReturnType<typeof exportedClaim>[], bom = true, more: CsvForm = {}) =>
  bytesOf(
    claimsCsv(inBatches(claims), exportWords('ar'), { bom, publicUrl: 'https://desk.example', ...more }),
  )
const read = (bytes: Buffer) => parse<Record<string, string>>(bytes, { bom: true, columns: true })

it('names its columns in English in every language, with a byte order mark or without', async () => {
  const bytes = await csv([exportedClaim()])
  expect(bytes.subarray(0, 3)).toEqual(BOM)
  expect((await csv([exportedClaim()], false)).subarray(0, 3)).not.toEqual(BOM)
  const [row] = read(bytes)
  expect(Object.keys(row ?? {})).toEqual(
    expect.arrayContaining(['claim_id', 'claim_number', 'quote', 'status', 'reviewed_at', 'updated_at']),
  )
  expect(row).toMatchObject({ status: 'unreviewed', status_label: 'لم يُراجَع', revision: '1' })
  expect(row).toMatchObject({ anchor: 'anchored', anchor_label: 'في موضعه' })
  expect(row?.updated_at).toBe('2026-03-01T20:30:00.000Z')
  expect(bytes.toString().endsWith('\r\n')).toBe(true)
})

it('has only its header if there are no claims', async () => {
  expect((await csv([])).toString().split('\r\n')).toHaveLength(2)
})

it('reads back unchanged, whatever the texts contain', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '@x', '"', 'a\r\nb', ',', ';', '\ufeffx', "'=1"),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 8 }), async (texts) => {
      const rows = read(
        await csv(
          texts.map(([quote, finding], index) => exportedClaim({ quote, finding, number: index + 1 })),
        ),
      )
      expect(rows.map((row) => [row.quote, row.finding])).toEqual(texts.map((two) => two.map(inertCell)))
      for (const row of rows) expect(row.quote).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})

it('keeps a long text complete', async () => {
  const { utf16_length } = loadCase<{ utf16_length: number }>('C27_long_note')
  const [row] = read(await csv([exportedClaim({ finding: 'x'.repeat(utf16_length) })]))
  expect(row?.finding).toHaveLength(utf16_length)
})

it.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
] as const)(
  'separates its cells with a %s, and reads back whatever the texts contain',
  async (separator, sign) => {
    const quote = 'a, b; c\td "e"\nf'
    const bytes = await csv([exportedClaim({ quote }), exportedClaim({ number: 2 })], true, { separator })
    expect(bytes.subarray(0, 3)).toEqual(BOM)
    expect(bytes.toString().split('\r\n')[0]).toContain(`claim_id${sign}claim_number${sign}quote`)
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true, delimiter: sign })
    expect(rows.map((row) => [row.claim_number, row.quote])).toEqual([
      ['1', quote],
      ['2', 'The bridge opened in 1998'],
    ])
  },
)

it('has the address of each claim', async () => {
  const claim = exportedClaim({ number: 7 })
  expect(read(await csv([claim]))[0]?.claim_url).toBe(
    `https://desk.example/articles/${claim.article.id}/claims/7`,
  )
})
