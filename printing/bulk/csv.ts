import { stringify } from 'csv-stringify/sync'
import type { ExportedClaim } from '@/domain/export/schema'
import { inertCell } from '@/text/inert-cell'
import { csvOptions, type CsvForm } from '../csv-form'
import { columnsOf, type CellValue } from './columns'
import type { ExportWords } from './words'

function cellOf(value: CellValue): string | number {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? inertCell(value) : (value ?? '')
}

/**
 * Writes one row per claim as RFC 4180, or with another separator. The column names are the same in every language, and
 * times are UTC. `bom` adds a byte order mark, from which spreadsheets recognise UTF-8.
 */
export async function* claimsCsv(
  batches: AsyncIterable<ExportedClaim[]>,
  words: ExportWords,
  { bom, separator, publicUrl }: CsvForm & { publicUrl: string },
): AsyncGenerator<string> {
  const columns = columnsOf(words, publicUrl)
  yield stringify([columns.map(({ name }) => name)], csvOptions({ bom, separator }))
  for await (const claims of batches)
    yield stringify(
      claims.map((claim) => columns.map(({ value }) => cellOf(value(claim)))),
      csvOptions({ bom: false, separator }),
    )
}
