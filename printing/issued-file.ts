import 'server-only'
import type { Separator } from '@/domain/export/csv-form'
import type { PrintableReport, ReportFormat } from '@/domain/report/schema'
import { keptFile } from '@/domain/report/write'
import { print } from './formats'
import { madeOnce } from './process/jobs'

/** The name under which a file is kept: a CSV of another separator is another file. */
const kind = (format: ReportFormat, separator?: Separator) =>
  format === 'csv' && separator && separator !== 'comma' ? (`csv-${separator}` as const) : format

/**
 * An issued report in one format, printed on first use.
 * @throws PrintingError, and StillPrinting while a long one is being made
 */
export const issuedFile = (
  reportId: string,
  report: PrintableReport,
  format: ReportFormat,
  separator?: Separator,
) => {
  const file = { reportId, format: kind(format, separator) }
  const make = () => keptFile(file, () => print(report, format, separator))
  return madeOnce(`${reportId}.${file.format}`, report.content.claims.length, make)
}

/** A CSV without the byte order mark that spreadsheets need. */
export const withoutMark = (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(3)
