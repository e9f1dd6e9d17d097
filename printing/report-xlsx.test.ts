import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { proofIn } from '@/domain/report/proof'
import { child, descendants, elements, textOf, type XmlNode } from '@/importing/office/xml'
import { loadCase } from '@/tests/cases/load'
import { DEMO_ARTICLES, demoReview } from '@/tests/demo-report'
import { caseFile } from '@/tests/office-files'
import { officeParts } from '@/tests/office-parts'
import { someClaim, someContent, someReport, someSource } from '@/tests/report'
import { reportXlsx } from './report-xlsx'
import { CELL_UNITS, cellText } from './spreadsheet/cell-text'
import { serialIn, serialOfDay } from './spreadsheet/serial'

type ReadCell = { value: string; type: string; format: string; node: XmlNode }

const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** The cells of a sheet by their A1 address, each with its format. */
async function readSheet(document: Uint8Array, number: number) {
  const parts = await officeParts(document)
  const [sheet, styles, strings] = await Promise.all([
    parts.xml(`xl/worksheets/sheet${number}.xml`),
    parts.xml('xl/styles.xml'),
    parts.xml('xl/sharedStrings.xml'),
  ])
  const shared = elements(strings).map((item) => descendants(item, 's:t').map(textOf).join(''))
  const formats = new Map(
    descendants(styles, 's:numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  )
  const kinds = elements(child(styles, 's:cellXfs') ?? styles).map(({ attributes }) => attributes.numFmtId)
  const cells = new Map<string, ReadCell>()
  for (const node of descendants(sheet, 's:c')) {
    const { r = '', t = 'n', s = '0' } = node.attributes
    const raw = textOf(child(node, 's:v') ?? node)
    const value = t === 's' ? unescaped(shared[Number(raw)] ?? '') : raw
    cells.set(r, { value, type: t, format: formats.get(kinds[Number(s)]) ?? '', node })
  }
  const headings = new Map(
    [...cells]
      .filter(([place]) => /^[A-Z]+1$/.test(place))
      .map(([place, { value }]) => [value, place.slice(0, -1)]),
  )
  const at = (heading: string, row: number) => cells.get(`${headings.get(heading) ?? heading}${row}`)
  return { sheet, cells, headings, at }
}

describe('the workbook of a report', () => {
  it('has claims, sources and the report itself as typed cells', async () => {
    const signOff = { by: 'Editor', at: '2026-11-25T20:40:00.000Z' }
    const report = someReport({
      claims: [
        someClaim({
          signOff,
          writers: { status: ['Dana'], finding: ['Ann', 'سارة'], sources: [], words: ['Zoe'] },
          sources: [someSource(), someSource({ url: 'javascript:alert(1)' })],
        }),
      ],
    })
    const document = await reportXlsx(report)
    const claims = await readSheet(document, 1)
    expect(claims.at('Claim', 2)).toMatchObject({ value: '1', type: 'n' })
    expect(claims.at('Quote', 2)).toMatchObject({ value: 'It carries nine thousand cars a day', type: 's' })
    expect(claims.at('Status', 2)?.value).toBe('Verified')
    expect(claims.at('Part', 2)?.value).toBe('Text')
    expect(claims.at('End (UTF-16 units)', 2)).toMatchObject({ value: '35', type: 'n' })
    expect(claims.at('Needs sign-off', 2)).toMatchObject({ value: '0', type: 'b' })
    expect(claims.at('Finding by', 2)?.value).toBe('Ann, سارة')
    expect(claims.at('Sources by', 2)?.value ?? '').toBe('')
    expect(claims.at('Words by', 2)?.value).toBe('Zoe')
    const signed = claims.at('Signed off at', 2)
    expect(signed).toMatchObject({ type: 'n', format: 'yyyy-mm-dd hh:mm' })
    expect(Number(signed?.value) * 86_400).toBeCloseTo((46_352 + (1 + 40 / 60) / 24) * 86_400, 0)
    const sources = await readSheet(document, 2)
    expect(sources.at('Claim', 3)).toMatchObject({ value: '1', type: 'n' })
    expect(sources.at('Published', 2)).toMatchObject({ value: '45361', type: 'n', format: 'yyyy-mm-dd' })
    expect(descendants(sources.sheet, 's:hyperlink').map(({ attributes }) => attributes.ref)).toEqual(['F2'])
    expect(sources.at('Web address', 3)?.value).toBe('javascript:alert(1)')
    const about = [...(await readSheet(document, 3)).cells.values()].map(({ value }) => value)
    expect(about).toEqual(expect.arrayContaining(['Final report', '2026-0001', report.proof?.digest]))
  })

  it('freezes its headings, filters by them, and runs in the direction of its language', async () => {
    for (const language of ['en', 'ar'] as const) {
      const document = await reportXlsx(someReport({ asked: { language } }))
      for (const number of [1, 2, 3]) {
        const { sheet, cells } = await readSheet(document, number)
        expect(descendants(sheet, 's:sheetView')[0]?.attributes.rightToLeft).toBe(
          language === 'ar' ? '1' : undefined,
        )
        expect(descendants(sheet, 's:pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' })
        const columns = [...cells.keys()].filter((place) => /^[A-Z]+1$/.test(place))
        expect(descendants(sheet, 's:autoFilter')[0]?.attributes.ref).toMatch(
          new RegExp(`^A1:${columns.at(-1)?.slice(0, -1)}\\d+$`),
        )
        expect(descendants(sheet, 's:col')).toHaveLength(columns.length)
      }
    }
    const arabic = await readSheet(await reportXlsx(someReport({ asked: { language: 'ar' } })), 1)
    expect(arabic.at('الحالة', 2)?.value).toBe('مُتحقَّق منه')
  })

  it('sets each text in its own direction', async () => {
    const claims = [
      someClaim({ finding: '(1) تأكد الخبر.' }),
      someClaim({ number: 2, start: 1, finding: 'WHO: نعم' }),
    ]
    const document = await reportXlsx(someReport({ claims }))
    const { at } = await readSheet(document, 1)
    const styles = await (await officeParts(document)).xml('xl/styles.xml')
    const kinds = elements(child(styles, 's:cellXfs') ?? styles)
    const orders = [2, 3].map((row) => {
      const kind = kinds[Number(at('Finding', row)?.node.attributes.s)]
      return kind && child(kind, 's:alignment')?.attributes.readingOrder
    })
    expect(orders).toEqual(['2', '1'])
    const edges = [2, 3].map((row) => {
      const kind = kinds[Number(at('Finding', row)?.node.attributes.s)]
      return kind && child(kind, 's:alignment')?.attributes
    })
    expect(edges).toMatchObject([{ horizontal: 'right', indent: '1' }, { vertical: 'top' }])
    expect(edges[1]?.horizontal).toBeUndefined()
  })

  it.each([
    ['en', 'left', '"Yes";"Yes";"No"'],
    ['ar', 'right', '"نعم";"نعم";"لا"'],
  ] as const)(
    'keeps figures apart from words and answers beside their labels in %s',
    async (language, edge, words) => {
      const document = await reportXlsx(someReport({ asked: { language } }))
      const styles = await (await officeParts(document)).xml('xl/styles.xml')
      const kinds = elements(child(styles, 's:cellXfs') ?? styles)
      const alignmentOf = (cell: ReadCell | undefined) => {
        const kind = kinds[Number(cell?.node.attributes.s)]
        return kind && child(kind, 's:alignment')?.attributes
      }
      const claims = await readSheet(document, 1)
      expect(alignmentOf(claims.cells.get('B2'))).toMatchObject({ horizontal: 'center' })
      expect([...claims.cells.values()].find(({ type }) => type === 'b')?.format).toBe(words)
      const about = await readSheet(document, 3)
      const values = [...about.cells].filter(([place]) => /^B(?!1$)\d+$/.test(place)).map(([, cell]) => cell)
      expect(values.length).toBeGreaterThan(10)
      for (const value of values) expect(alignmentOf(value)?.horizontal).toBe(edge)
    },
  )

  it('contains its proof, and a preview contains none', async () => {
    const report = someReport()
    const parts = await officeParts(await reportXlsx(report))
    const [property] = elements(await parts.xml('docProps/custom.xml'))
    expect(property?.attributes.name).toBe('factdesk-proof')
    expect(proofIn(property ? textOf(property) : '')).toEqual(report.proof)
    const core = await parts.xml('docProps/core.xml')
    expect(textOf(child(core, 'dc:title') ?? core)).toContain('The bridge')
    expect(textOf(child(core, 'dcterms:modified') ?? core)).toBe('2026-11-25T21:00:00.000Z')
    const preview = await officeParts(await reportXlsx({ content: someContent(), proof: null }))
    expect(preview.names).not.toContain('docProps/custom.xml')
  })

  it('is the same file each time it is printed', async () => {
    const report = someReport(demoReview('water-note.ar'))
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T21:00:00Z') })
    try {
      const once = await reportXlsx(report)
      vi.setSystemTime(new Date('2031-04-01T09:30:07Z'))
      expect(Buffer.from(await reportXlsx(report)).equals(Buffer.from(once))).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it.each(DEMO_ARTICLES)('has every claim and source of %s', async (name) => {
    const report = someReport({ ...demoReview(name), asked: { language: 'ar' } })
    const document = await reportXlsx(report)
    const { claims } = report.content
    const [first, second] = await Promise.all([readSheet(document, 1), readSheet(document, 2)])
    claims.forEach((claim, index) => {
      expect(first.at('الاقتباس', index + 2)?.value).toBe(claim.quote)
      expect(first.at('نتيجة التدقيق', index + 2)?.value ?? '').toBe(claim.finding)
    })
    const titles = claims.flatMap(({ sources }) => sources.map(({ title }) => title))
    expect(titles.map((_, index) => second.at('العنوان', index + 2)?.value)).toEqual(titles)
  })

  it('keeps its columns but empties their cells if findings and names are left out', async () => {
    const given = { claims: [someClaim()] }
    const inside = await readSheet(await reportXlsx(someReport(given)), 1)
    const outside = await readSheet(await reportXlsx(someReport({ ...given, asked: { internal: false } })), 1)
    expect([...outside.headings.keys()]).toEqual([...inside.headings.keys()])
    expect(inside.at('Finding', 2)?.value).toBe('Counted at the toll.')
    expect([outside.at('Finding', 2), outside.at('Reviewed by', 2)]).toEqual([undefined, undefined])
  })
})

describe('text in a cell', () => {
  type Formulas = { text_cells: { in: string }[]; number_cells: { in: number }[] }
  const typed = [
    ...loadCase<Formulas>('C25_formula_cells').text_cells.map((cell) => cell.in),
    '_x0041_ and _x000D_',
    ' spaces ',
    '<b>&amp;</b>',
  ]

  it('is no formula and gets no extra character', async () => {
    const claims = typed.map((finding, index) => someClaim({ number: index + 1, start: index, finding }))
    const document = await reportXlsx(someReport({ claims, text: 'x'.repeat(60) }))
    const { sheet, at } = await readSheet(document, 1)
    expect(typed.map((_, index) => at('Finding', index + 2)?.value ?? '')).toEqual(typed)
    expect(descendants(sheet, 's:f')).toEqual([])
  })

  it('loses only characters that XML forbids', async () => {
    const finding = 'a\u0000\u0001\u000b\u001f\ud800b\ufffe\uffff\u200c😀'
    const { at } = await readSheet(await reportXlsx(someReport({ claims: [someClaim({ finding })] })), 1)
    expect(at('Finding', 2)?.value).toBe('ab\u200c😀')
  })

  it('is visibly cut at the cell limit, and the sheet about the report says so', async () => {
    const long = caseFile('C27_long_note.txt').toString()
    for (const language of ['en', 'ar'] as const) {
      const document = await reportXlsx(
        someReport({ claims: [someClaim({ finding: long })], asked: { language } }),
      )
      const { at } = await readSheet(document, 1)
      const value = at(language === 'en' ? 'Finding' : 'نتيجة التدقيق', 2)?.value ?? ''
      const mark = language === 'en' ? ' … [cut here]' : ' … [اقتُطع هنا]'
      expect(value.length).toBeGreaterThan(CELL_UNITS - 10)
      expect(value.length).toBeLessThanOrEqual(CELL_UNITS)
      expect(value.endsWith(mark)).toBe(true)
      expect(long.startsWith(value.slice(0, -mark.length))).toBe(true)
      expect(value.isWellFormed()).toBe(true)
      const about = [...(await readSheet(document, 3)).cells.values()].map((cell) => cell.value)
      expect(about).toContain(language === 'en' ? 'Cut cells' : 'خلايا مقتطَعة')
    }
    const about = [...(await readSheet(await reportXlsx(someReport()), 3)).cells.values()]
    expect(about.map((cell) => cell.value)).not.toContain('Cut cells')
  })

  it('never ends in half a letter or exceeds a cell, whatever it ends with', () => {
    const end = fc.string({ unit: fc.constantFrom('😀', 'a', '\r', '_x0041_', 'ب'), maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 20 }), end, (offset, tail) => {
        const text = `${'x'.repeat(CELL_UNITS + offset)}${tail}`
        const made = cellText(text, ' … [cut]')
        const inFile = made.text.replaceAll('\r', '_x000D_')
        expect(inFile.length).toBeLessThanOrEqual(CELL_UNITS)
        expect(made.text.isWellFormed()).toBe(true)
        const plain = unescaped(made.text)
        expect(
          made.cut ? plain.endsWith(' … [cut]') && text.startsWith(plain.slice(0, -8)) : plain === text,
        ).toBe(true)
      }),
    )
  })
})

describe('the serial numbers of days and moments', () => {
  type Days = { dates: { in: string; xlsx_serial: number }[]; time_zones: string[]; refuse: string[] }
  const { dates, time_zones: zones, refuse } = loadCase<Days>('C29_date_only')

  it('are whole for a day and the same in every zone', async () => {
    for (const timeZone of zones) {
      const sources = dates.map((date) => someSource({ published: date.in }))
      const document = await reportXlsx(someReport({ claims: [someClaim({ sources })], asked: { timeZone } }))
      const { at } = await readSheet(document, 2)
      expect(dates.map((_, index) => at('Published', index + 2)?.value)).toEqual(
        dates.map((date) => String(date.xlsx_serial)),
      )
    }
  })

  it('do not exist for malformed days, or before the spreadsheet calendar begins', () => {
    expect([...refuse, '1850-01-01', '1900-02-28', ''].map(serialOfDay)).toEqual(
      [...refuse, '', '', ''].map(() => null),
    )
    expect(serialOfDay('1900-03-01')).toBe(61)
  })

  it('give a moment in the clock time of the zone', () => {
    expect(serialIn('Asia/Riyadh')(new Date('2024-03-09T22:00:00.000Z'))).toBeCloseTo(45_361 + 1 / 24, 9)
    // 22:59:59 the evening before.
    expect(serialIn('America/Los_Angeles')(new Date('2024-03-10T06:59:59.999Z'))).toBeCloseTo(
      45_360 + 82_799 / 86_400,
      9,
    )
  })
})
