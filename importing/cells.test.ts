import { expect, it } from 'vitest'
import { odtFile, paragraph, wordFile } from '@/tests/office-files'
import { readFile } from './import'

const placesIn = async (name: string, bytes: string | Buffer) => {
  const { text, blocks } = await readFile({ name, type: '', bytes: Buffer.from(bytes) })
  return blocks.flatMap(({ cell, start, end }) =>
    cell ? [`${cell.row}/${cell.column} ${text.slice(start, end)}`] : [],
  )
}

it('cells of a page keep their places beside merged ones, and a table within a cell belongs to it', async () => {
  const table = `<table><tr><th rowspan=2>A<th colspan=2>B<th>C</tr><tr><td>D<td>E<td>F</tr>
    <tr><td>G<td><table><tr><td>H<td>I</table><td>J<td></tr></table><p>K</p><table><tr><td>L<td>M</table>`
  expect(await placesIn('a.html', table)).toEqual([
    ...['0/0 A', '0/1 B', '0/3 C', '1/1 D', '1/2 E', '1/3 F'],
    ...['2/0 G', '2/1 H', '2/1 I', '2/2 J', '0/0 L', '0/1 M'],
  ])
})

it('cells of a Word file keep their places beside merged and deleted ones', async () => {
  const cell = (words: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`
  const row = (content: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${content}</w:tr>`
  const rows = [
    row(cell('A', '<w:gridSpan w:val="2"/>') + cell('B')),
    row(cell('gone') + cell('gone'), '<w:del w:id="1" w:author="W"/>'),
    row(cell('C') + cell('') + cell('D')),
  ].join('')
  const body = `<w:tbl>${rows}</w:tbl>${paragraph('After.')}`
  expect(await placesIn('a.docx', wordFile({ body }))).toEqual(['0/0 A', '0/2 B', '1/0 C', '1/2 D'])
})

it('cells of an OpenDocument text keep their places beside covered ones', async () => {
  const cell = (words: string, name = 'table-cell') =>
    `<table:${name}><text:p>${words}</text:p></table:${name}>`
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  const text = `<table:table>${row(cell('أ'), cell('', 'covered-table-cell'), cell('ب'))}${row(cell(''), cell('ج'))}</table:table>`
  expect(await placesIn('a.odt', odtFile({ text }))).toEqual(['0/0 أ', '0/2 ب', '1/1 ج'])
})

it('cells of a Rich Text file keep their places beside empty ones, and a table within a cell belongs to it', async () => {
  const row = (...cells: string[]) =>
    `\\trowd\\pard\\intbl ${cells.map((words) => `${words}\\cell `).join('')}\\trowd\\row`
  const inner = `{\\pard\\intbl\\itap2 H\\nestcell I\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}}J`
  const tables = `${row('A', '', 'B')}${row('', inner, 'K\\par L')}\\pard After.\\par ${row('M', 'N')}\\pard End.`
  expect(await placesIn('a.rtf', `{\\rtf1\\ansi ${tables}}`)).toEqual([
    ...['0/0 A', '0/2 B', '1/1 H', '1/1 I', '1/1 J', '1/2 K', '1/2 L'],
    ...['0/0 M', '0/1 N'],
  ])
})
