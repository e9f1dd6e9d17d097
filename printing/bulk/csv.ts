import { stringify } from 'csv-stringify/sync'
import type { ExportedClaim } from '@/domain/export/schema'
import { inertCell } from '@/text/inert-cell'
import { columnsOf, type CellValue } from './columns'
import type { ExportWords } from './words'

const FORM = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }

function cellOf(value: CellValue): string | number {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? inertCell(value) : (value ?? '')
}

/**
 * Writes RFC 4180 with one row per claim. The column names are the same in every language, and times are UTC. `bom`
 * adds a byte order mark, from which spreadsheets recognise UTF-8.
 */
export async function* claimsCsv(
  batches: AsyncIterable<ExportedClaim[]>,
  words: ExportWords,
  bom: boolean,
): AsyncGenerator<string> {
  const columns = columnsOf(words)
  yield stringify([columns.map(({ name }) => name)], { ...FORM, bom })
  for await (const claims of batches)
    yield stringify(
      claims.map((claim) => columns.map(({ value }) => cellOf(value(claim)))),
      FORM,
    )
}
