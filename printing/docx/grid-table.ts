import { Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { DrawnCell, DrawnTable } from '@/text/tables'
import type { Direction } from '../office/direction'
import { PAGE, SUNKEN } from './styles'

/** A cell of an article's table with its paragraphs, and how many letters its longest line has. */
export type GridCell = Omit<DrawnCell<unknown>, 'blocks'> & { content: Paragraph[]; letters: number }

/** Columns are as wide as their longest lines, within these bounds. */
const [LEAST_LETTERS, MOST_LETTERS] = [6, 36]

/** The width of each column, in twentieths of a point; together they fill the page. */
function widthsOf(columns: number, rows: readonly GridCell[][]): number[] {
  const letters = Array.from({ length: columns }, () => LEAST_LETTERS)
  const left = Array.from({ length: columns }, () => 0)
  for (const row of rows) {
    let at = 0
    for (const { columns: wide, rows: high, letters: own } of row) {
      while ((left[at] ?? 0) > 0) at++
      if (wide === 1) letters[at] = Math.min(Math.max(letters[at] ?? 0, own), MOST_LETTERS)
      for (let on = 0; on < wide; on++) left[at++] = high
    }
    left.forEach((count, column) => (left[column] = Math.max(count - 1, 0)))
  }
  const all = letters.reduce((sum, one) => sum + one, 0)
  return letters.map((one) => Math.floor((PAGE.inner * one) / all))
}

type Grid = Pick<DrawnTable<unknown>, 'columns' | 'headings'> & { rows: GridCell[][] }

/** A table of an article, in its rows and columns and with its merged cells. Word repeats its headings on every page. */
export function gridTable({ columns, headings, rows }: Grid, direction: Direction): Table {
  const widths = widthsOf(columns, rows)
  const size = Math.floor(PAGE.inner / columns)
  return new Table({
    rows: rows.map(
      (row, index) =>
        new TableRow({
          ...(index < headings && { tableHeader: true }),
          children: row.map(
            ({ content, rows: high, columns: wide, head }) =>
              new TableCell({
                children: content.length > 0 ? content : [new Paragraph({})],
                ...(high > 1 && { rowSpan: high }),
                ...(wide > 1 && { columnSpan: wide }),
                ...(head && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: SUNKEN } }),
                width: { size: size * wide, type: WidthType.DXA },
              }),
          ),
        }),
    ),
    columnWidths: widths,
    width: { size: PAGE.inner, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    ...(direction === 'rtl' && { visuallyRightToLeft: true }),
  })
}
