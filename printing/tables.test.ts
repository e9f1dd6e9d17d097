import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDocx } from '@/importing/docx/docx'
import { readFile } from '@/importing/import'
import { child, descendants, elements, type XmlNode } from '@/importing/office/xml'
import { misplaced } from '@/tests/docx-order'
import { someCopy } from '@/tests/marked-copy'
import { officeParts } from '@/tests/office-parts'
import { runs } from '@/tests/properties'
import { someClaim, someReport } from '@/tests/report'
import { partsOf } from '@/text/tables'
import { laidText, type Laid } from '@/tests/tables'
import { markedCopyDocx } from './marked-copy/docx'
import { reportDocx } from './report-docx'
import { reportHtml } from './report-html'

/** A claim on every third block. */
const claimsOn = ({ text, blocks }: Laid) =>
  blocks
    .filter((_, index) => index % 3 === 0)
    .map(({ start, end }, index) =>
      someClaim({ number: index + 1, quote: text.slice(start, end), start, end }),
    )

/** The tables of a text as they are drawn. */
const drawn = ({ blocks, text }: Pick<Laid, 'text' | 'blocks'>) =>
  partsOf(blocks).flatMap(({ table }) =>
    table
      ? [
          {
            ...table,
            rows: table.rows.map((row) =>
              row.map(({ blocks: own, ...cell }) => ({
                ...cell,
                words: own.map(({ start, end }) => text.slice(start, end)),
              })),
            ),
          },
        ]
      : [],
  )

const named = (node: XmlNode, name: string) => elements(node).filter((one) => one.name === name)

/** How many columns the cells of each row of a Word table go over. */
const widths = (table: XmlNode) =>
  named(table, 'w:tr').map((row) =>
    named(row, 'w:tc')
      .map((cell) => Number(child(child(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'] ?? 1))
      .reduce((sum, one) => sum + one, 0),
  )

const isOdd = (laid: Laid) => (laid.text.length % 2 ? 'ar' : 'en')

it('a table goes to the writer as a table and comes back cell by cell', async () => {
  await fc.assert(
    fc.asyncProperty(laidText, async (laid) => {
      const article = { language: isOdd(laid), title: 'T' }
      const file = Buffer.from(await markedCopyDocx(someCopy({ ...laid, claims: [], article })))
      const read = await readDocx(file)
      expect(read.text).toBe(laid.text)
      // Word knows only the headings of columns.
      const inWord = drawn(laid).map((table) => ({
        ...table,
        rows: table.rows.map((row, at) =>
          at < table.headings ? row : row.map((cell) => ({ ...cell, head: null })),
        ),
      }))
      expect(drawn(read)).toEqual(inWord)
      const body = await (await officeParts(file)).xml('word/document.xml')
      for (const table of descendants(body, 'w:tbl'))
        expect(new Set(widths(table))).toEqual(new Set([descendants(table, 'w:gridCol').length]))
      expect(misplaced(body)).toEqual([])
    }),
    { numRuns: runs(40), seed: 59 },
  )
})

it('a report shows a table as a table, each word once and every claim on its words', async () => {
  await fc.assert(
    fc.asyncProperty(laidText, async (laid) => {
      const claims = claimsOn(laid)
      const article = { language: isOdd(laid), title: 'T' }
      const report = someReport({ ...laid, claims, article, asked: { text: true } })
      const page = reportHtml(report)
      const marked = page.slice(page.indexOf('<div class="marked"'), page.indexOf('id="claims"'))
      expect(marked.match(/<sup>/g)?.length ?? 0).toBe(claims.length)
      const plain = marked.replace(/<sup>.*?<\/sup>/g, '')
      const { text, blocks } = await readFile({ name: 'a.html', type: '', bytes: Buffer.from(plain) })
      const told = laid.blocks.map(({ start, end }) => laid.text.slice(start, end))
      expect(text.split('\n\n').slice(-told.length)).toEqual(told)
      expect(drawn({ text, blocks })).toEqual(drawn(laid))

      const body = await (await officeParts(await reportDocx(report))).xml('word/document.xml')
      for (const table of descendants(body, 'w:tbl'))
        expect(new Set(widths(table))).toEqual(new Set([descendants(table, 'w:gridCol').length]))
      expect(misplaced(body)).toEqual([])
    }),
    { numRuns: runs(40), seed: 60 },
  )
})
