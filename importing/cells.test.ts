import { expect, it } from 'vitest'
import { odtFile, paragraph, wordFile } from '@/tests/office-files'
import type { Cell } from '@/text/blocks'
import { readFile } from './import'

/** A place as row and column, with the rows and columns that it goes over, and a sign for headings. */
const placeOf = ({ row, column, rows = 1, columns = 1, head }: Cell) =>
  `${row}/${column}${rows > 1 || columns > 1 ? `:${rows}x${columns}` : ''}${head ? '!' : ''}`

const placesIn = async (name: string, bytes: string | Buffer) => {
  const { text, blocks } = await readFile({ name, type: '', bytes: Buffer.from(bytes) })
  return blocks.flatMap(({ cell, start, end }) =>
    cell ? [`${placeOf(cell)} ${text.slice(start, end)}`] : [],
  )
}

it('cells of a page keep their places beside merged ones, and a table within a cell belongs to it', async () => {
  const table = `<table><tr><th rowspan=2>A<th colspan=2>B<th>C</tr><tr><td>D<td>E<td>F</tr>
    <tr><td>G<td><table><tr><td>H<td>I</table><td>J<td></tr></table><p>K</p><table><tr><td>L<td>M</table>`
  expect(await placesIn('a.html', table)).toEqual([
    ...['0/0:2x1! A', '0/1:1x2! B', '0/3! C', '1/1 D', '1/2 E', '1/3 F'],
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
  expect(await placesIn('a.docx', wordFile({ body }))).toEqual(['0/0:1x2 A', '0/2 B', '1/0 C', '1/2 D'])
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

it('lists, headings and quotations in a cell keep their kind and their place', async () => {
  const table = `<table><tr><th>Town<td><ul><li>North<li>South</ul><h3>Of it</h3><blockquote>said</blockquote></table><p>After.`
  expect(await placesIn('a.html', table)).toEqual([
    '0/0! Town',
    '0/1 North',
    '0/1 South',
    '0/1 Of it',
    '0/1 said',
  ])
  const { blocks } = await readFile({ name: 'a.html', type: '', bytes: Buffer.from(table) })
  expect(blocks.map(({ kind }) => kind)).toEqual([
    ...['table_cell', 'list_item', 'list_item', 'heading', 'quote', 'paragraph'],
  ])
})

it.each([
  ['', 'table of one column'],
  [' role="presentation"', 'table with two columns that says so'],
])('a table that only sets others on the page%s gives them their own places: a %s', async (role) => {
  const beside = role === '' ? '' : '<td>Beside'
  const outer = `<table${role}><tr><td>Hello${beside}<tr><td><table><tr><th>Year<th>عدد<tr><td>2024<td>12</table><tr><td>Bye</table>`
  expect(await placesIn('a.html', outer)).toEqual(['0/0! Year', '0/1! عدد', '1/0 2024', '1/1 12'])
})

it('cells of a Word file that are merged downwards are one, below and beside others', async () => {
  const cell = (words: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`
  const row = (content: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${content}</w:tr>`
  const rows = [
    row(
      cell('البلدة', '<w:vMerge w:val="restart"/>') + cell('Wells', '<w:gridSpan w:val="2"/>'),
      '<w:tblHeader/>',
    ),
    row(cell('', '<w:vMerge/>') + cell('dug') + cell('dry'), '<w:tblHeader w:val="1"/>'),
    row(cell('A') + cell('4') + cell('1'), '<w:tblHeader w:val="0"/>'),
  ].join('')
  const body = `<w:tbl>${rows}</w:tbl>${paragraph('After.')}`
  expect(await placesIn('a.docx', wordFile({ body }))).toEqual([
    ...['0/0:2x1! البلدة', '0/1:1x2! Wells', '1/1! dug', '1/2! dry', '2/0 A', '2/1 4', '2/2 1'],
  ])
})

it('cells of an OpenDocument text know what they go over, and which are headings', async () => {
  const cell = (words: string, spans = '') =>
    `<table:table-cell ${spans}><text:p>${words}</text:p></table:table-cell>`
  const covered = '<table:covered-table-cell/>'
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  const head = row(
    cell('Town', 'table:number-rows-spanned="2"') +
      cell('Wells', 'table:number-columns-spanned="2"') +
      covered,
  )
  const text = `<table:table><table:table-header-rows>${head}${row(covered, cell('dug'), cell('dry'))}</table:table-header-rows>${row(cell('A'), cell('4'), cell('1'))}</table:table>`
  expect(await placesIn('a.odt', odtFile({ text }))).toEqual([
    ...['0/0:2x1! Town', '0/1:1x2! Wells', '1/1! dug', '1/2! dry', '2/0 A', '2/1 4', '2/2 1'],
  ])
})

it('headings of Markdown and Rich Text tables are known, also with empty ones', async () => {
  const markdown = '|  | Wells |\n|---|---:|\n| A | 4 |'
  expect(await placesIn('a.md', markdown)).toEqual(['0/1! Wells', '1/0 A', '1/1 4'])
  const rtf =
    '{\\rtf1\\ansi \\trowd\\trhdr\\pard\\intbl \\cell Wells\\cell\\row\\trowd\\pard\\intbl A\\cell 4\\cell\\row}'
  expect(await placesIn('a.rtf', rtf)).toEqual(['0/1! Wells', '1/0 A', '1/1 4'])
})
