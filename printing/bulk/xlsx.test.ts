import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import type { ExportedClaim } from '@/domain/export/schema'
import { bytesOf, exportedClaim, inBatches, readWorkbook, titledRows } from '@/tests/export'
import { columnLetters } from './sheet-xml'
import { exportWords } from './words'
import { claimsXlsx, type XlsxForm } from './xlsx'

const form = (given: Partial<XlsxForm> = {}): XlsxForm => ({
  words: exportWords('en'),
  publicUrl: 'https://desk.example',
  timeZone: 'Asia/Almaty',
  rightToLeft: false,
  ...given,
})
const workbookOf = async (claims: ExportedClaim[], given: Partial<XlsxForm> = {}) =>
  readWorkbook(await bytesOf(claimsXlsx(inBatches(claims), claims.length, form(given))))

it('has numbers, moments in the newsroom’s zone, whole days, and a frozen header with filters', async () => {
  const claim = exportedClaim({ number: 7, saidOn: '2024-03-10', dueAt: new Date('2024-03-09T19:00:00Z') })
  const { sheets, files } = await workbookOf([claim])
  expect(files).toEqual(expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'xl/styles.xml']))
  const [sheet] = sheets
  if (!sheet) throw new Error('no sheet')
  const [row] = titledRows(sheet)
  expect(row?.['No.']).toEqual({ type: 'n', style: '7', value: '7' })
  expect(row?.['Said on']).toEqual({ type: 'n', style: '3', value: '45361' })
  expect(row?.['Due (Asia/Almaty)']).toEqual({ type: 'n', style: '2', value: '45361' })
  expect(row?.Claim).toEqual({ type: 'inlineStr', style: '6', value: claim.quote })
  expect(sheet).toMatchObject({ rightToLeft: false, frozen: 'A2', filter: 'A1:Y2' })
})

it('runs from right to left in Arabic, with Arabic headings', async () => {
  const { sheets, workbook } = await workbookOf([exportedClaim({ status: 'disputed' })], {
    words: exportWords('ar'),
    rightToLeft: true,
  })
  expect(workbook).toContain('name="الادعاءات"')
  expect(sheets[0]?.rightToLeft).toBe(true)
  expect(sheets[0] && titledRows(sheets[0])[0]?.الحالة?.value).toBe('متنازع عليه')
})

it('sets each text in its own direction, and says in words what a source does', async () => {
  const claim = exportedClaim({
    quote: '٢٠٢٥',
    finding: 'WHO: نعم',
    proposal: { kind: 'correction', replacement: '12', reason: '=1' },
    article: { id: 'a', title: '2025', language: 'ar', revision: 1 },
    sources: [
      {
        id: 's',
        kind: 'link',
        title: 'السجل',
        publisher: '',
        url: 'https://a.test/',
        stance: 'refutes',
        primary: false,
        excerpt: '',
        locator: '',
        published: null,
        accessed: null,
      },
    ],
  })
  const { sheets } = await workbookOf([claim], { words: exportWords('ar'), rightToLeft: true })
  const [row = {}] = sheets[0] ? titledRows(sheets[0]) : []
  expect(row.المصادر?.value).toMatch(/^ينفي: السجل/)
  const styleOf = (heading: string) => row[heading]?.style
  const headings = ['الادعاء', 'نتيجة التدقيق', 'الصياغة المقترحة', 'سبب المقترح', 'المقال', 'المصادر']
  expect(headings.map(styleOf)).toEqual(['8', '6', '8', '9', '8', '8'])
})

it.each([
  ['en', '8', 'horizontal="right" indent="1"'],
  ['ar', '6', 'horizontal="left" indent="1"'],
] as const)(
  'keeps words against the direction of the sheet apart from the next column in %s',
  async (language, style, edge) => {
    const rightToLeft = language === 'ar'
    const bytes = await bytesOf(
      claimsXlsx(inBatches([]), 0, form({ words: exportWords(language), rightToLeft })),
    )
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())
    const [, kinds = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? []
    const all = kinds.split('</xf>')
    expect(all[Number(style)]).toContain(edge)
    expect(all.filter((one) => one.includes(edge))).toHaveLength(rightToLeft ? 3 : 2)
  },
)

it.each(['en', 'ar'] as const)('has room for each heading in %s', async (language) => {
  const rightToLeft = language === 'ar'
  const { sheets } = await workbookOf([], { words: exportWords(language), rightToLeft })
  const height = Number(/<row r="1" ht="(\d+)" customHeight="1"/.exec(sheets[0]?.xml ?? '')?.[1])
  expect(height).toBeGreaterThanOrEqual(30)
})

it('cuts a text that is too long for a cell, visibly and between characters', async () => {
  const note = readFileSync('tests/cases/C27_long_note.txt', 'utf8')
  const { sheets } = await workbookOf([exportedClaim({ finding: note }), exportedClaim({ finding: 'short' })])
  const [long, short] = sheets[0] ? titledRows(sheets[0]) : []
  const value = long?.Finding?.value ?? ''
  expect(value.length).toBeLessThanOrEqual(32_767)
  expect(value.length).toBeGreaterThan(32_700)
  expect(value.isWellFormed()).toBe(true)
  expect(value.endsWith('[cut: a cell holds no more]')).toBe(true)
  expect(short?.Finding?.value).toBe('short')
})

it('never cuts an emoji in half, wherever it stands', async () => {
  const mark = exportWords('en')('exporting.cut')
  for (const before of [0, 1]) {
    const finding = `${'x'.repeat(32_767 - mark.length - 1 - before)}😀${'y'.repeat(100)}`
    const { sheets } = await workbookOf([exportedClaim({ finding })])
    const value = (sheets[0] && titledRows(sheets[0])[0]?.Finding?.value) ?? ''
    expect(value.isWellFormed()).toBe(true)
    expect(value.endsWith(mark)).toBe(true)
  }
})

it('counts the length of a cell as the file stores it', async () => {
  const { sheets } = await workbookOf([exportedClaim({ finding: `${'\r'.repeat(20_000)}end` })])
  const escapes = sheets[0]?.xml.match(/_x000D_/g)?.length ?? 0
  expect(escapes).toBeGreaterThan(4_600)
  expect(escapes * 7).toBeLessThanOrEqual(32_767)
  expect((sheets[0] && titledRows(sheets[0])[0]?.Finding?.value) ?? '').toMatch(/^\r+… \[cut/)
})

it('keeps any text unchanged and never makes it a formula', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom(
      '=1+1',
      '_x0041_',
      '__x0041_',
      'a\u0001b',
      '_x000D\u0001',
      ' x ',
      'a\r\nb',
      '<f>1</f>',
      '\uffff',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (quotes) => {
      const { sheets } = await workbookOf(quotes.map((quote) => exportedClaim({ quote })))
      const rows = sheets[0] ? titledRows(sheets[0]) : []
      expect(rows.map((row) => row.Claim?.value)).toEqual(quotes)
      expect(rows.every((row) => row.Claim?.type === 'inlineStr')).toBe(true)
      expect(sheets[0]?.xml).not.toMatch(/<f[ >]/)
    }),
    { numRuns: runs(40) },
  )
})

it('continues in another sheet when one is full', async () => {
  const claims = Array.from({ length: 7 }, (_, index) => exportedClaim({ number: index + 1 }))
  const { sheets, workbook } = await workbookOf(claims, { sheetRows: 3 })
  expect(workbook).toContain('name="Claims 3"')
  expect(sheets.map((sheet) => titledRows(sheet).map((row) => row['No.']?.value))).toEqual([
    ['1', '2', '3'],
    ['4', '5', '6'],
    ['7'],
  ])
  expect(sheets.map((sheet) => sheet.filter)).toEqual(['A1:Y4', 'A1:Y4', 'A1:Y2'])
})

it('has only a header if there are no claims', async () => {
  const { sheets } = await workbookOf([])
  expect(sheets.map((sheet) => sheet.rows.length)).toEqual([1])
})

it('fails when reading fails, and leaves an incomplete zip', async () => {
  async function* broken() {
    yield await Promise.resolve([exportedClaim()])
    throw new Error('lost')
  }
  const chunks: Uint8Array[] = []
  const all = async () => {
    for await (const chunk of claimsXlsx(broken(), 5, form())) chunks.push(chunk)
  }
  await expect(all()).rejects.toThrow('lost')
  expect(() => readWorkbook(Buffer.concat(chunks))).toThrow()
})

it('names columns like spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

it('links each claim to its address, whatever the language', async () => {
  const claims = [exportedClaim({ number: 7 }), exportedClaim({ number: 8 })]
  for (const [language, heading] of [
    ['en', 'Address at the desk'],
    ['ar', 'العنوان في المكتب'],
  ] as const) {
    const bytes = await bytesOf(claimsXlsx(inBatches(claims), 2, form({ words: exportWords(language) })))
    const urls = claims.map(
      ({ article, number }) => `https://desk.example/articles/${article.id}/claims/${number}`,
    )
    const rels = strFromU8(unzipSync(bytes)['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array())
    expect([...rels.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, url]) => url)).toEqual(urls)
    expect(readWorkbook(bytes).sheets[0]?.xml).toContain(
      '</sheetData><autoFilter ref="A1:Y3"/><hyperlinks><hyperlink ref="Y2" r:id="rId1"/><hyperlink ref="Y3" r:id="rId2"/></hyperlinks><pageSetup paperSize="9" orientation="landscape"/></worksheet>',
    )
    const { sheets } = readWorkbook(bytes)
    const rows = sheets[0] ? titledRows(sheets[0]) : []
    expect(rows.map((row) => row[heading]?.value)).toEqual(urls)
  }
})

it('has rows as high as their longest text, and prints its header and numbers on each page', async () => {
  const finding = 'The log of the year says nine thousand. '.repeat(4)
  const { sheets, workbook } = await workbookOf(
    [
      exportedClaim({ finding: 'short' }),
      exportedClaim({ finding }),
      exportedClaim({ finding: 'ب\n'.repeat(90) }),
    ],
    { sheetRows: 2 },
  )
  const heights = sheets.flatMap(({ xml }) =>
    [...xml.matchAll(/<row r="[2-9]" ht="(\d+)"/g)].map(([, ht]) => ht),
  )
  expect(heights).toEqual(['16', '44', '282'])
  expect(sheets.every(({ xml }) => xml.includes('orientation="landscape"'))).toBe(true)
  expect(workbook).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Claims 2'!$A:$A,'Claims 2'!$1:$1</definedName>`,
  )
})
