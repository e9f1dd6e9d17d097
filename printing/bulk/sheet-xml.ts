import { isFormula } from '@/text/inert-cell'
import type { CellValue, Column } from './columns'
import { serialOfDay } from '../spreadsheet/serial'

/** In UTF-16 units; spreadsheets call a file damaged that has a longer text. */
const CELL_MAX = 32_767

/** Places in the list of cell styles that `STYLES_XML` has. */
export const STYLE = { header: 1, moment: 2, day: 3, literal: 4 } as const

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const unit = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Text as a cell holds it (ECMA-376, ST_Xstring): what XML cannot hold is written as `_xHHHH_`, and so is an underscore
 * that would be read as the beginning of such.
 */
export const xmlText = (text: string) =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, unit)
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** A text that fits into a cell; a longer one ends in `mark`, and never in half a character before it. */
export function fitted(text: string, mark: string): string {
  if (text.length <= CELL_MAX) return text
  const kept = text.slice(0, CELL_MAX - mark.length)
  return `${kept.replace(/[\ud800-\udbff]$/, '')}${mark}`
}

/** A, B … Z, AA, from 0. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

const styled = (style: number | undefined) => (style === undefined ? '' : ` s="${style}"`)

/** Texts are inline strings, which are never formulas; one that looks like such stays a text when it is edited. */
export const textCell = (ref: string, text: string, mark: string, style?: number) =>
  `<c r="${ref}"${styled(style ?? (isFormula(text) ? STYLE.literal : undefined))} t="inlineStr"><is><t xml:space="preserve">${xmlText(fitted(text, mark))}</t></is></c>`

const numberCell = (ref: string, value: number, style?: number) =>
  `<c r="${ref}"${styled(style)}><v>${value}</v></c>`

type Look = { serial: (at: Date) => number | null; mark: string }

/** A cell of a row; empty values have none. What no date of a spreadsheet can be is a text. */
export function cellXml(ref: string, kind: Column['kind'], value: CellValue, { serial, mark }: Look): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return numberCell(ref, value)
  if (value instanceof Date) {
    const at = serial(value)
    return at === null ? textCell(ref, value.toISOString(), mark) : numberCell(ref, at, STYLE.moment)
  }
  const day = kind === 'day' ? serialOfDay(value) : null
  return day === null ? textCell(ref, value, mark) : numberCell(ref, day, STYLE.day)
}
