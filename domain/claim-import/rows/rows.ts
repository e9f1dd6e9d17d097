import { invalid, type ErrorKey } from '@/domain/errors'
import { IMPORT_BYTES_MAX, ROWS_MAX, type ClaimImport, type ImportRow } from '@/domain/claim-import/schema'
import { JSON_NAME_MAX, jsonExcess } from '@/text/json-bounds'
import { plainCell } from '@/text/inert-cell'
import { columnOf, isDerived, type Column } from './columns'
import { cellsIn, readTable } from './csv'
import { readRecord, type RowRecord } from './row'

const refuse = (key: ErrorKey, params?: Record<string, string | number>) =>
  invalid([{ path: 'list', key, params }])

function importOf(records: RowRecord[], ignored: string[]): ClaimImport {
  if (records.length === 0) throw refuse('listNoRows')
  if (records.length > ROWS_MAX) throw refuse('listTooManyRows', { rows: records.length, max: ROWS_MAX })
  return { rows: records.map(readRecord), ignored }
}

/** More columns than any list made by people. */
const COLUMNS_MAX = 500
/** For a table: many times the size of a list of claims. */
const CELLS_MAX = 250_000

function readCsvImport(text: string): ClaimImport {
  const cells = cellsIn(text)
  if (cells > CELLS_MAX) throw refuse('listTooManyCells', { max: CELLS_MAX })
  const { headings, rows } = readTable(text)
  if (headings.length > COLUMNS_MAX) throw refuse('listTooManyColumns', { max: COLUMNS_MAX })
  const columns = headings.map(columnOf)
  if (!columns.includes('quote')) throw refuse('listNoQuote', { found: headings.slice(0, 20).join(', ') })
  const tooWide: ImportRow[] = []
  const records = rows.flatMap(({ row, cells }): RowRecord[] => {
    const record: RowRecord = { row, fields: {}, headings: {} }
    columns.forEach((column, index) => {
      if (column === null || column in record.headings) return
      record.fields[column] = plainCell(cells[index] ?? '')
      record.headings[column] = headings[index] ?? column
    })
    if (cells.slice(headings.length).every((cell) => cell.trim() === '')) return [record]
    const params = { cells: cells.length, columns: headings.length }
    const quote = plainCell(cells[columns.indexOf('quote')] ?? '')
    tooWide.push({ row, quote, issues: [{ path: '', key: 'listRowTooWide', params }] })
    return []
  })
  if (rows.length > ROWS_MAX) throw refuse('listTooManyRows', { rows: rows.length, max: ROWS_MAX })
  const unknown = headings.filter(
    (heading, index) => !columns[index] && heading !== '' && !isDerived(heading),
  )
  if (records.length === 0 && tooWide.length > 0) return { rows: tooWide, ignored: unknown }
  const list = importOf(records, unknown)
  return { ...list, rows: [...list.rows, ...tooWide].sort((a, b) => a.row - b.row) }
}

/** Maps names to columns and looks each name up once. Input with too many different names is no list. */
function columnsOf() {
  const known = new Map<string, Column | null>()
  return (name: string): Column | null => {
    const found = known.get(name)
    if (found !== undefined) return found
    if (known.size >= COLUMNS_MAX) throw refuse('listTooManyColumns', { max: COLUMNS_MAX })
    const column = columnOf(name)
    known.set(name, column)
    return column
  }
}

/** Rows that other programs send as objects. Their keys are read like headings. */
export function readRows(items: readonly unknown[]): ClaimImport {
  if (items.length > ROWS_MAX) throw refuse('listTooManyRows', { rows: items.length, max: ROWS_MAX })
  const ignored = new Set<string>()
  const columnNamed = columnsOf()
  const records = items.map((item, index): RowRecord => {
    const record: RowRecord = { row: index + 1, fields: {}, headings: {} }
    const entries =
      typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.entries(item) : []
    for (const [key, value] of entries) {
      const column = columnNamed(key)
      if (column === null) {
        if (!isDerived(key)) ignored.add(key)
      } else if (!(column in record.headings)) {
        record.fields[column] = value
        record.headings[column] = key
      }
    }
    return record
  })
  return importOf(records, [...ignored])
}

/** Enough for the longest list of claims, each with its sources. */
const IMPORT_JSON = { depth: 32, values: 250_000 }
const IMPORT_MOST = {
  jsonTooDeep: IMPORT_JSON.depth,
  jsonTooMany: IMPORT_JSON.values,
  jsonLongName: JSON_NAME_MAX,
}

function readJsonImport(text: string): ClaimImport {
  const excess = jsonExcess(text, IMPORT_JSON)
  if (excess) throw refuse(excess, { max: IMPORT_MOST[excess] })
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw refuse('listNotJson')
  }
  const items = Array.isArray(value) ? value : claimsOf(value)
  if (!Array.isArray(items)) throw refuse('listNotJson')
  return readRows(items.map(withUtf16Start))
}

/** The `claims` of an object, or of the content of an issued report. */
function claimsOf(value: unknown): unknown {
  const { claims, content } = (value ?? {}) as { claims?: unknown; content?: { claims?: unknown } | null }
  return claims ?? content?.claims
}

/** A report gives a claim's span in two units; a list uses only UTF-16 units. */
function withUtf16Start(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('position' in item)) return item
  const { position, ...claim } = item as { position: { utf16?: { start?: unknown } } | null }
  return { start: position?.utf16?.start, ...claim }
}

/**
 * Reads a list of claims from CSV, or from JSON: an array, an object with `claims`, or a report of this desk. The
 * result keeps unusable rows, together with their problems.
 * @throws DomainError `invalid` at `list` when the whole list cannot be read, has no quotes, or is too large
 */
export function readImportText(text: string): ClaimImport {
  if (Buffer.byteLength(text) > IMPORT_BYTES_MAX) throw refuse('listTooLarge')
  if (text.replace(/^\ufeff/, '').trim() === '') throw refuse('listEmpty')
  return /^\ufeff?\s*[[{]/.test(text) ? readJsonImport(text) : readCsvImport(text)
}

export type GivenImport = { list: string } | { rows: readonly unknown[] }

/** @throws DomainError `invalid` at `list` when the whole list cannot be used */
export const readGivenImport = (given: GivenImport): ClaimImport =>
  'list' in given ? readImportText(given.list) : readRows(given.rows)
