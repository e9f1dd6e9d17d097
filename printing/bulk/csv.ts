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
 * RFC 4180, one row a claim under names that never depend on the language. Times are UTC. `bom` puts a byte order mark
 * first, by which spreadsheets know UTF-8.
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
