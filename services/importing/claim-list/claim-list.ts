import { invalid } from '@/domain/errors'
import { LIST_BYTES_MAX, ROWS_MAX, type ClaimList, type ListedRow } from '@/domain/overlay/schema'
import { plainCell } from '@/services/printing/inert-cell'
import { columnOf, isDerived, type Column } from './columns'
import { readTable } from './csv'
import { readRecord, type ListRecord } from './record'

const refuse = (key: string, params?: Record<string, string | number>) =>
  invalid([{ path: 'list', key, params }])

function listOf(records: ListRecord[], ignored: string[]): ClaimList {
  if (records.length === 0) throw refuse('listNoRows')
  if (records.length > ROWS_MAX) throw refuse('listTooManyRows', { rows: records.length, max: ROWS_MAX })
  return { rows: records.map(readRecord), ignored }
}

function readCsvList(text: string): ClaimList {
  const { headings, rows } = readTable(text)
  const columns = headings.map(columnOf)
  if (!columns.includes('quote')) throw refuse('listNoQuote', { found: headings.slice(0, 20).join(', ') })
  const tooWide: ListedRow[] = []
  const records = rows.flatMap(({ row, cells }): ListRecord[] => {
    const record: ListRecord = { row, fields: {}, headings: {} }
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
  const list = listOf(records, unknown)
  return { ...list, rows: [...list.rows, ...tooWide].sort((a, b) => a.row - b.row) }
}

/** Rows that other programs hand over as objects; their keys are read as headings are. */
export function readRows(items: readonly unknown[]): ClaimList {
  const ignored = new Set<string>()
  const records = items.map((item, index): ListRecord => {
    const record: ListRecord = { row: index + 1, fields: {}, headings: {} }
    const entries =
      typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.entries(item) : []
    for (const [key, value] of entries) {
      const column: Column | null = columnOf(key)
      if (column === null) {
        if (!isDerived(key)) ignored.add(key)
      } else if (!(column in record.headings)) {
        record.fields[column] = value
        record.headings[column] = key
      }
    }
    return record
  })
  return listOf(records, [...ignored])
}

function readJsonList(text: string): ClaimList {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw refuse('listNotJson')
  }
  const items = Array.isArray(value) ? value : claimsOf(value)
  if (!Array.isArray(items)) throw refuse('listNotJson')
  return readRows(items.map(placedAsReported))
}

/** An object with `claims`, or a report that was issued, which has them in its content. */
function claimsOf(value: unknown): unknown {
  const { claims, content } = (value ?? {}) as { claims?: unknown; content?: { claims?: unknown } | null }
  return claims ?? content?.claims
}

/** A report tells the place of a claim in two units; a list in UTF-16 units alone. */
function placedAsReported(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('position' in item)) return item
  const { position, ...claim } = item as { position: { utf16?: { start?: unknown } } | null }
  return { start: position?.utf16?.start, ...claim }
}

/**
 * Reads a list of claims from CSV, or from JSON: an array, an object with `claims`, or a report of
 * this desk. A row that cannot be used is
 * kept with what is wrong with it.
 * @throws DomainError `invalid` at `list` when the whole cannot be read, has no quotes, or is too large
 */
export function readClaimList(text: string): ClaimList {
  if (Buffer.byteLength(text) > LIST_BYTES_MAX) throw refuse('listTooLarge')
  if (text.replace(/^\ufeff/, '').trim() === '') throw refuse('listEmpty')
  return /^\ufeff?\s*[[{]/.test(text) ? readJsonList(text) : readCsvList(text)
}
