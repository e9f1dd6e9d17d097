import { expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { someClaim, someReport, someSource } from '@/tests/report'
import { inertCell } from './inert-cell'
import { reportCsv } from './report-csv'
import { reportJson } from './report-json'

/** RFC 4180, read by hand so that our writer is not its own judge. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) throw new Error('Not RFC 4180')
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

function read(body: string): Record<string, string>[] {
  const [names = [], ...rows] = readCsv(body.replace(/^\ufeff/, ''))
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}

it('begins with one byte order mark, ends lines with CRLF and keeps Arabic, commas and quotes', () => {
  const [, ...rows] = loadCase<{ rows: string[][] }>('C24_rows').rows
  const claims = rows.map(([number, quote, , note]) =>
    someClaim({ number: Number(number), quote, finding: note, start: Number(number) }),
  )
  const { body, contentType } = reportCsv(someReport(claims), 'en')
  expect(contentType).toBe('text/csv; charset=utf-8')
  expect(Buffer.from(body).subarray(0, 6).toString('hex')).toBe(`efbbbf${Buffer.from('cla').toString('hex')}`)
  expect(body.split('\ufeff')).toHaveLength(2)
  expect(body.endsWith('\r\n')).toBe(true)
  expect(read(body).map((row) => [row.claim_number, row.quote, row.finding])).toEqual(
    rows.map(([number, quote, , note]) => [number, quote, note]),
  )
})

type Formulas = { text_cells: { in: string; neutralise: 0 | 1 | 'after_strip' }[] }

it.each(loadCase<Formulas>('C25_formula_cells').text_cells)(
  'a finding $in is a formula to no spreadsheet and otherwise unchanged',
  ({ in: given, neutralise }) => {
    const wanted = neutralise === 0 ? given : `'${given}`
    expect(inertCell(given)).toBe(wanted)
    const { body } = reportCsv(someReport([someClaim({ finding: given, start: 3 })]), 'en')
    expect(read(body)[0]).toMatchObject({ finding: wanted, start: '3', claim_number: '1' })
  },
)

it.each(['\u200b=1', '\u2060+1', '\u00ad\u202e@SUM(A1)', '\u2068-1'])(
  'finds a formula behind what is not seen in %j',
  (text) => {
    expect(inertCell(text)).toBe(`'${text}`)
  },
)

it('names columns in English and statuses also in the language of the reader', () => {
  const report = someReport([someClaim({ status: 'disputed', sources: [someSource({ title: '=1' })] })])
  const [en, ar] = (['en', 'ar'] as const).map((locale) => read(reportCsv(report, locale).body)[0])
  expect(en).toMatchObject({
    status: 'disputed',
    status_label: 'Disputed',
    reviewed_at: '2026-11-25T20:30:00.000Z',
  })
  expect(ar).toMatchObject({ status: 'disputed', status_label: 'متنازع عليه', report_kind: 'complete' })
  expect(Object.keys(ar ?? {})).toEqual(Object.keys(en ?? {}))
  expect(en?.sources).toBe(
    'supports: =1 | Statistics office | p. 4 | https://example.org/tables | Nine thousand a day.',
  )
})

it('keeps a finding of 33,000 characters whole in CSV and JSON, line breaks and all', () => {
  const finding = `${'سطر "واحد"، و😀\n'.repeat(2_200)}end`
  expect(finding.length).toBeGreaterThan(33_000)
  const report = someReport([someClaim({ finding })])
  expect(read(reportCsv(report, 'ar').body)[0]?.finding).toBe(finding)
  const json = JSON.parse(reportJson(report).body) as { claims: { finding: string; reviewedAt: string }[] }
  expect(json.claims[0]).toMatchObject({ finding, reviewedAt: '2026-11-25T20:30:00.000Z' })
})
