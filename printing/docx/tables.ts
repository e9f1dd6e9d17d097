import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx'
import type { Direction } from '../office/direction'
import { said, type Outline, type OutlineFact } from '../outline/shape'
import { own, paragraph } from './paragraphs'
import { LINE, PAGE, STATUS_COLOURS } from './styles'
import { inlineOf, runsOf } from './text'

const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const RULE = { style: BorderStyle.SINGLE, size: 4, color: LINE }
const BORDERS = {
  top: NO_RULE,
  left: NO_RULE,
  right: NO_RULE,
  insideVertical: NO_RULE,
  bottom: RULE,
  insideHorizontal: RULE,
}

const cell = (content: Paragraph, width: number, columnSpan?: number) =>
  new TableCell({ children: [content], width: { size: width, type: WidthType.DXA }, columnSpan })

function table(rows: TableRow[], widths: readonly number[], direction: Direction): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: PAGE.inner, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { left: 60, right: 60 },
    ...(direction === 'rtl' && { visuallyRightToLeft: true }),
  })
}

const FACT_WIDTHS = [2_438, 7_200] as const

/** One fact per row: its label and its value. */
export function factsTable(facts: readonly OutlineFact[], direction: Direction): Table {
  const [label, value] = FACT_WIDTHS
  const rows = facts.map(
    (fact) =>
      new TableRow({
        children: [
          cell(own('FactLabel', direction, fact.label), label),
          cell(paragraph('Fact', direction, inlineOf(fact.value, direction)), value),
        ],
      }),
  )
  return table(rows, FACT_WIDTHS, direction)
}

const SUMMARY_WIDTHS = [2_800, 5_638, 1_200] as const

/** How many claims have each status. The heading repeats on every page of the table. */
export function summaryTable({ columns, rows, total }: Outline['summary'], direction: Direction): Table {
  const [status, meaning, claims] = SUMMARY_WIDTHS
  const text = (words: string) => own('TableText', direction, words)
  const lines = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(
            paragraph(
              'TableText',
              direction,
              runsOf(said(`${row.sign} ${row.label}`), direction, {
                bold: true,
                color: STATUS_COLOURS[row.status],
              }),
            ),
            status,
          ),
          cell(text(row.meaning), meaning),
          cell(text(String(row.count)), claims),
        ],
      }),
  )
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((words, index) =>
      cell(own('TableHeading', direction, words), SUMMARY_WIDTHS[index] ?? claims),
    ),
  })
  const sum = new TableRow({
    cantSplit: true,
    children: [
      cell(own('TableText', direction, total.label, { bold: true }), status + meaning, 2),
      cell(own('TableText', direction, String(total.count), { bold: true }), claims),
    ],
  })
  return table([heading, ...lines, sum], SUMMARY_WIDTHS, direction)
}
