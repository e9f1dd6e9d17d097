import 'server-only'
import type { Separator } from '@/domain/export/csv-form'
import type { PrintableReport, ReportFormat } from '@/domain/report/schema'
import { keptFile } from '@/domain/report/write'
import { print } from './formats'

/** The name under which a file is kept: a CSV of another separator is another file. */
const kind = (format: ReportFormat, separator?: Separator) =>
  format === 'csv' && separator && separator !== 'comma' ? (`csv-${separator}` as const) : format

/** An issued report in one format, printed on first use. @throws PrintingError */
export const issuedFile = (
  reportId: string,
  report: PrintableReport,
  format: ReportFormat,
  separator?: Separator,
) => keptFile({ reportId, format: kind(format, separator) }, () => print(report, format, separator))

/** A CSV without the byte order mark that spreadsheets need. */
export const withoutMark = (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(3)
