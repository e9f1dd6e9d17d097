import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { caseFile } from '@/tests/office-files'
import { someClaim, someContent, someReport, someSource } from '@/tests/report'
import { inertCell, plainCell } from '@/text/inert-cell'
import { reportCsv } from './report-csv'

/** Reads RFC 4180 with its own code, so that the writer is not checked by its own library. */
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
  const body = reportCsv(someReport({ claims }))
  expect(Buffer.from(body).subarray(0, 6).toString('hex')).toBe(`efbbbf${Buffer.from('cla').toString('hex')}`)
  expect(body.split('\ufeff')).toHaveLength(2)
  expect(body.endsWith('\r\n')).toBe(true)
  expect(read(body).map((row) => [row.claim_number, row.quote, row.finding])).toEqual(
    rows.map(([number, quote, , note]) => [number, quote, note]),
  )
  expect(reportCsv(someReport({ claims }), { bom: false })).toBe(body.slice(1))
})

it('names who wrote each part, and leaves those cells empty for outsiders', () => {
  const writers = { status: ['Dana'], finding: ['Ann', 'سارة'], sources: [], words: ['=Zoe'] }
  const rowOf = (internal: boolean) =>
    read(reportCsv(someReport({ claims: [someClaim({ writers })], asked: { internal } })))[0]
  expect(rowOf(true)).toMatchObject({
    status_by: 'Dana',
    finding_by: 'Ann; سارة',
    sources_by: '',
    words_by: "'=Zoe",
  })
  expect(rowOf(false)).toMatchObject({ status_by: '', finding_by: '', sources_by: '', words_by: '' })
})

type Formulas = { text_cells: { in: string; neutralise: 0 | 1 | 'after_strip' }[] }

it.each(loadCase<Formulas>('C25_formula_cells').text_cells)(
  'a finding $in is a formula to no spreadsheet and otherwise unchanged',
  ({ in: given, neutralise }) => {
    const wanted = neutralise === 0 ? given : `'${given}`
    expect(inertCell(given)).toBe(wanted)
    const body = reportCsv(someReport({ claims: [someClaim({ finding: given, start: 3 })] }))
    expect(read(body)[0]).toMatchObject({ finding: wanted, start_utf16: '3', claim_number: '1' })
  },
)

it.each(['\u200b=1', '\u2060+1', '\u00ad\u202e@SUM(A1)', '\u2068-1'])(
  'finds a formula behind the invisible characters in %j',
  (text) => {
    expect(inertCell(text)).toBe(`'${text}`)
  },
)

it('names columns in English and statuses also in the language of the report', () => {
  const claims = [someClaim({ status: 'disputed', sources: [someSource({ title: '=1' })] })]
  const [en, ar] = (['en', 'ar'] as const).map(
    (language) => read(reportCsv(someReport({ claims, asked: { language } })))[0],
  )
  expect(en).toMatchObject({
    status: 'disputed',
    status_label: 'Disputed',
    reviewed_at: '2026-11-25T20:30:00.000Z',
    reviewed_by: 'Aigerim',
    report_number: '2026-0001',
    report_kind: 'final',
  })
  expect(ar).toMatchObject({ status: 'disputed', status_label: 'متنازع عليه' })
  expect(Object.keys(ar ?? {})).toEqual(Object.keys(en ?? {}))
  expect(en?.sources).toBe(
    'supports: =1 | Statistics office | p. 4 | https://example.org/tables | Nine thousand a day.',
  )
})

it('counts places in both units, and leaves them empty for words that are gone', () => {
  const text = '👩🏽‍⚕️ ten. ten'
  const claims = [
    someClaim({ number: 1, quote: 'ten', start: 8, end: 11 }),
    someClaim({ number: 2, quote: 'gone', anchor: 'orphaned', start: null, end: null }),
  ]
  const [first, second] = read(reportCsv(someReport({ claims, text })))
  const units = ['start_utf16', 'end_utf16', 'start_code_points', 'end_code_points']
  expect(units.map((name) => first?.[name])).toEqual(['8', '11', '6', '9'])
  expect(units.map((name) => second?.[name])).toEqual(['', '', '', ''])
  expect(second?.anchor).toBe('orphaned')
})

it('keeps its columns but empties their cells if findings and names are left out', () => {
  const signOff = { by: 'Editor', at: '2026-11-25T20:40:00.000Z' }
  const proposal = { kind: 'correction', replacement: 'eight', reason: 'counted' }
  const given = { claims: [someClaim({ signOff, proposal })] }
  const whole = read(reportCsv(someReport(given)))[0] ?? {}
  const outside = read(reportCsv(someReport({ ...given, asked: { internal: false } })))[0] ?? {}
  expect(Object.keys(outside)).toEqual(Object.keys(whole))
  expect(whole).toMatchObject({ signed_off_by: 'Editor', proposal_replacement: 'eight' })
  expect(outside).toMatchObject({
    finding: '',
    reviewed_by: '',
    signed_off_by: '',
    proposal_kind: '',
    proposal_replacement: '',
    proposal_reason: '',
    signed_off_at: '2026-11-25T20:40:00.000Z',
  })
})

it('gives a preview neither number nor digest', () => {
  const row = read(reportCsv({ content: someContent(), proof: null }))[0]
  expect(row).toMatchObject({ report_number: '', report_digest: '', report_kind: 'preview' })
})

it('keeps a finding complete that is longer than a spreadsheet cell, with its line breaks', () => {
  const finding = `${caseFile('C27_long_note.txt').toString()}\n${'سطر "واحد"، و😀\n'.repeat(20)}end`
  const body = reportCsv(someReport({ claims: [someClaim({ finding })], asked: { language: 'ar' } }))
  expect(read(body)[0]?.finding).toBe(finding)
})

it('never shifts a day', () => {
  const { dates } = loadCase<{ dates: { in: string; csv: string }[] }>('C29_date_only')
  const claims = dates.map((date, index) =>
    someClaim({
      number: index + 1,
      start: index,
      statement: {
        speaker: 'The mayor',
        speakerKind: 'person',
        saidOn: date.in,
        saidAt: null,
        rating: null,
        ratingName: '',
      },
    }),
  )
  for (const timeZone of ['Pacific/Kiritimati', 'America/Los_Angeles'])
    expect(read(reportCsv(someReport({ claims, asked: { timeZone } }))).map((row) => row.said_on)).toEqual(
      dates.map((date) => date.csv),
    )
})

it('gives another reader what was written, whatever was typed', () => {
  const typed = fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", ' ', 'é', 'ب', '😀', '\u200f'),
  })
  fc.assert(
    fc.property(typed, typed, (quote, finding) => {
      const body = reportCsv(someReport({ claims: [someClaim({ quote, finding })] }))
      const [row] = parse<Record<string, string>>(body, {
        bom: true,
        columns: true,
        record_delimiter: '\r\n',
      })
      expect(row?.quote).toBe(inertCell(quote))
      expect(plainCell(row?.finding ?? '')).toBe(finding)
    }),
  )
})
