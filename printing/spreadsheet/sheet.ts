import { rangeRef, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { directionOfSaid } from '../office/direction'
import { linkOf } from '../office/link'
import { xmlText } from '../office/xml-text'
import { cellText } from './cell-text'
import { rowHeight } from './row-height'
import { serialIn, serialOfDay } from './serial'

/** The value of a cell. A text has its language if that is known. */
export type SheetValue =
  | { text: string; language?: string; address?: boolean }
  | { number: number }
  | { yes: boolean }
  /** YYYY-MM-DD. */
  | { day: string }
  /** ISO 8601, shown in the newsroom's time zone. */
  | { moment: string }
  | null

export type SheetPlan = {
  name: string
  /**
   * Widths in characters. In an even column all values begin at the edge where the sheet begins, whatever their
   * direction, because each is read with the label beside it.
   */
  columns: { heading: string; width: number; even?: true }[]
  rows: SheetValue[][]
}

export type SheetCircumstances = {
  direction: 'ltr' | 'rtl'
  timeZone: string
  cutMark: string
  /** What programs that count yes as 1 and no as 0 show for them. */
  yesNo: { yes: string; no: string }
}

const ADDRESS_UNITS = 2_079
const INK = { rgb: '1B1D1F' }
const LINE = { style: 'thin', color: { rgb: 'CFCBC2' } } as const
export const FONT = { name: 'Arial', size: 10 }
const HEADING: CellStyle = {
  font: { ...FONT, bold: true, color: INK },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F5F3EE' } },
  border: { bottom: LINE },
  alignment: { vertical: 'top', wrapText: true },
}
const BODY = { font: FONT, alignment: { vertical: 'top', wrapText: true } } satisfies CellStyle
/** Apart from the words of the next column. */
const FIGURE = {
  ...BODY,
  alignment: { ...BODY.alignment, horizontal: 'center' },
} satisfies CellStyle
const EDGES = { ltr: 'left', rtl: 'right' } as const

function textCell(
  value: Extract<SheetValue, { text: string }>,
  given: SheetCircumstances,
): Partial<Cell> & { cut: boolean } {
  const { text, cut } = cellText(xmlText(value.text), given.cutMark)
  const said = { text: value.text, language: value.language ?? null, address: value.address }
  const readingOrder = directionOfSaid(said, given.direction)
  const target = value.address ? linkOf(value.text) : null
  // Words against the direction of the sheet end beside the next column.
  const apart = readingOrder === given.direction ? {} : { horizontal: EDGES[readingOrder], indent: 1 }
  const style: CellStyle = { ...BODY, alignment: { ...BODY.alignment, readingOrder, ...apart } }
  if (target === null || target.length > ADDRESS_UNITS) return { value: text, type: 'string', style, cut }
  const font = { ...FONT, underline: true, color: { rgb: '1D4F91' } }
  return { value: text, type: 'string', style: { ...style, font }, hyperlink: { target }, cut }
}

const dated = (serial: number, numFmt: string): Partial<Cell> => ({
  value: serial,
  type: 'number',
  style: { ...FIGURE, numFmt },
})

function yesOrNo(value: boolean, { yesNo: { yes, no } }: SheetCircumstances): Partial<Cell> {
  const numFmt = `"${yes}";"${yes}";"${no}"`
  return { value, type: 'boolean', style: { ...FIGURE, numFmt } }
}

/** A day or moment before the spreadsheet calendar begins becomes text. */
function cellOf(value: NonNullable<SheetValue>, given: SheetCircumstances) {
  if ('number' in value) return { value: value.number, type: 'number' as const, style: FIGURE }
  if ('yes' in value) return yesOrNo(value.yes, given)
  if ('text' in value) return textCell(value, given)
  const serial = 'day' in value ? serialOfDay(value.day) : serialIn(given.timeZone)(new Date(value.moment))
  if (serial === null) return textCell({ text: 'day' in value ? value.day : value.moment }, given)
  return dated(serial, 'day' in value ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm')
}

function atEdge<Given extends Partial<Cell>>(cell: Given, { direction }: SheetCircumstances): Given {
  const alignment = { ...cell.style?.alignment, horizontal: EDGES[direction], indent: 0 }
  return { ...cell, style: { ...cell.style, alignment } }
}

/** The height of a row with these values. */
const heightOf = (row: readonly SheetValue[], columns: SheetPlan['columns']) =>
  rowHeight(
    row.flatMap((value, index) =>
      value !== null && 'text' in value ? [{ text: value.text, width: columns[index]?.width ?? 1 }] : [],
    ),
  )

/** A sheet with frozen headings and a filter on each column, and the number of its texts that had to be cut. */
export function sheetOf(plan: SheetPlan, given: SheetCircumstances): { sheet: WriteSheet; cut: number } {
  const cells = new Map<string, Partial<Cell>>()
  let cut = 0
  plan.columns.forEach(({ heading }, column) =>
    cells.set(`0,${column}`, {
      value: cellText(xmlText(heading), given.cutMark).text,
      type: 'string',
      style: HEADING,
    }),
  )
  plan.rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value === null || ('text' in value && value.text === '')) return
      const { cut: wasCut = false, ...cell }: Partial<Cell> & { cut?: boolean } = cellOf(value, given)
      if (wasCut) cut += 1
      cells.set(`${index + 1},${column}`, plan.columns[column]?.even ? atEdge(cell, given) : cell)
    })
  })
  const headings = plan.columns.map(({ heading }) => ({ text: heading }))
  const heights = [headings, ...plan.rows].map(
    (row, index) => [index, { height: heightOf(row, plan.columns) }] as const,
  )
  return { sheet: { ...frameOf(plan, given), cells, rowDefs: new Map(heights) }, cut }
}

const frameOf = ({ name, columns, rows }: SheetPlan, { direction }: SheetCircumstances): WriteSheet => ({
  name,
  columns: columns.map(({ width }) => ({ width })),
  freezePane: { rows: 1 },
  autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
  view: { rightToLeft: direction === 'rtl' },
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    printTitlesRow: '$1:$1',
    // The columns do not fit on one page; on each, these tell which row it is.
    printTitlesColumn: '$A:$B',
  },
})
