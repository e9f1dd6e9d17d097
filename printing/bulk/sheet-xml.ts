import { isFormula } from '@/text/inert-cell'
import type { CellValue, Column } from './columns'
import { type Direction, directionOfSaid } from '../office/direction'
import { xmlEscaped } from '../office/xml-text'
import { cellText } from '../spreadsheet/cell-text'
import { serialOfDay } from '../spreadsheet/serial'

/** Indexes of the cell styles in `STYLES_XML`. */
export const STYLE = {
  header: 1,
  moment: 2,
  day: 3,
  literal: 4,
  link: 5,
  text: 6,
  number: 7,
  textFromRight: 8,
  literalFromRight: 9,
} as const

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

const styled = (style: number) => ` s="${style}"`

/** A text that looks like a formula gets a style that keeps it text even after editing. */
function styleOf(text: string, direction: Direction): number {
  if (direction === 'rtl') return isFormula(text) ? STYLE.literalFromRight : STYLE.textFromRight
  return isFormula(text) ? STYLE.literal : STYLE.text
}

/** Writes text as an inline string, which is never a formula. */
export const textCell = (ref: string, text: string, mark: string, style: number) =>
  `<c r="${ref}"${styled(style)} t="inlineStr"><is><t xml:space="preserve">${xmlEscaped(cellText(text, mark).text)}</t></is></c>`

const numberCell = (ref: string, value: number, style: number = STYLE.number) =>
  `<c r="${ref}"${styled(style)}><v>${value}</v></c>`

/** `direction` is that of the sheet, for texts that have none. */
type Look = { serial: (at: Date) => number | null; mark: string; direction: Direction }
type Given = { kind: Column['kind']; value: CellValue; language?: string | null }

/** Writes a cell; an empty value gets none. A date that spreadsheets cannot represent becomes text. */
export function cellXml(ref: string, { kind, value, language = null }: Given, look: Look): string {
  const { serial, mark, direction } = look
  if (value === null || value === '') return ''
  if (typeof value === 'number') return numberCell(ref, value)
  if (value instanceof Date) {
    const at = serial(value)
    return at === null
      ? textCell(ref, value.toISOString(), mark, STYLE.text)
      : numberCell(ref, at, STYLE.moment)
  }
  if (kind === 'link') return textCell(ref, value, mark, STYLE.link)
  const day = kind === 'day' ? serialOfDay(value) : null
  if (day !== null) return numberCell(ref, day, STYLE.day)
  return textCell(ref, value, mark, styleOf(value, directionOfSaid({ text: value, language }, direction)))
}
