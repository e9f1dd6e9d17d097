import { expect, test } from 'vitest'
import { caseFile } from '@/tests/office-files'
import { type Painted, painted, pdfFile } from '@/tests/pdf-file'
import { readPdf } from './pdf'

const blocksOf = ({ text, blocks }: Awaited<ReturnType<typeof readPdf>>) =>
  blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])
const read = async (page: Painted[]) => blocksOf(await readPdf(pdfFile([page])))

test.each([
  ['1.', '2.', '3.'],
  ['a)', 'b)', 'c)'],
  ['(i)', '(ii)', '(iii)'],
  ['•', '•', '•'],
  ['[1]', '[2]', '[3]'],
])('items of a list are no columns: %s', async (...labels) => {
  const items = ['Single fares rise.', 'Books of ten stay.', 'Cars pay more.']
  const page = labels.flatMap((label, row) => [
    { x: 50, y: 700 - row * 13, text: label },
    { x: 88, y: 700 - row * 13, text: items[row] ?? '' },
  ])
  const shown = items.map((item, row) => (labels[row] === '•' ? item : `${labels[row]} ${item}`))
  expect(await read(page)).toEqual(shown.map((item) => ['list_item', item]))
})

test('an item goes on below its words', async () => {
  const page = [
    { x: 50, y: 726, text: 'The order says what passengers pay from the first of February.' },
    { x: 50, y: 713, text: '1.' },
    { x: 70, y: 713, text: 'Single fares rise by forty pence on every crossing of' },
    { x: 70, y: 700, text: 'the sound.' },
    { x: 50, y: 687, text: '2.' },
    { x: 70, y: 687, text: 'Books of ten stay.' },
  ]
  expect((await read(page)).slice(1)).toEqual([
    ['list_item', '1. Single fares rise by forty pence on every crossing of the sound.'],
    ['list_item', '2. Books of ten stay.'],
  ])
})

test('Arabic letters at the right are labels too', async () => {
  const page = [
    ['أ.', 'تآكل الأنابيب.'],
    ['ب.', 'نقص القطع.'],
  ].flatMap(([label = '', item = ''], row) => {
    const y = 700 - row * 13
    return [
      { x: 500, y, text: painted(label) },
      { x: 480 - item.length * 5, y, text: painted(item) },
    ]
  })
  expect(await read(page)).toEqual([
    ['list_item', 'أ. تآكل الأنابيب.'],
    ['list_item', 'ب. نقص القطع.'],
  ])
})

test('figures in a table with a third column are no labels', async () => {
  const rows = [
    ['1.', 'North', '12'],
    ['2.', 'South', '13'],
    ['3.', 'East', '14'],
  ]
  const cells = rows.flatMap((row, at) =>
    row.map((text, index) => ({ x: 50 + index * 40, y: 700 - at * 15, text })),
  )
  const around = [790, 775, 760, 745, 730, 640].map((y) => ({
    x: 50,
    y,
    text: 'The order of the districts says much.',
  }))
  const kinds = (await read([...around, ...cells])).map(([kind]) => kind)
  expect(kinds.filter((kind) => kind === 'table_cell')).toHaveLength(9)
  expect(kinds).not.toContain('list_item')
})

test('a caption below a table is no row of it, however wide', async () => {
  const rows = [
    ['Year', 'Single', 'Passengers'],
    ['2024', '8.60', '430,900'],
    ['2025', '9.40', '426,200'],
    ['2026', '9.80', '412,600'],
  ]
  const page = rows.flatMap((row, at) =>
    row.map((text, index) => ({ x: 50 + index * 120, y: 700 - at * 15, text })),
  )
  const caption = { x: 50, y: 640, text: 'Fares. Source: Arrin Harbour Trust' }
  const { blocks } = await readPdf(pdfFile([[...page, caption]]))
  expect(blocks.map(({ cell }) => (cell ? [cell.row, cell.column] : null))).toEqual([
    ...rows.flatMap((row, at) => row.map((_, index) => [at, index])),
    null,
  ])
})

test('a Word file printed in Arabic keeps its list, its table and its paragraphs', async () => {
  const incoming = await readPdf(caseFile('pdf-lists-arabic.pdf'))
  const found = blocksOf(incoming)
  expect(found.filter(([kind]) => kind === 'list_item').map(([, text]) => text)).toEqual([
    'أ. تآكل أنابيب السحب.',
    'ب. نقص قطع الغيار منذ ٢٠٢٥.',
    'ت. ارتفاع الملوحة إلى ٤١ غرامًا في اللتر.',
  ])
  expect(incoming.blocks.flatMap(({ cell }) => (cell ? [cell.column] : []))).toEqual([
    0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2,
  ])
  expect(found).toContainEqual(['paragraph', 'الإنتاج بالمتر المكعب. المصدر: شركة المياه (Water Co.)'])
  expect(found).toContainEqual([
    'paragraph',
    'والمحطة أكبر محطة تحلية على ساحل البحر، وقد كلفت ٣٤٠ مليون دولار، ودُشّنت عام ٢٠١٩٢٠١٨.',
  ])
})
