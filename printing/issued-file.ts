import 'server-only'
import type { PrintableReport, ReportFormat } from '@/domain/report/schema'
import { keptFile } from '@/domain/report/write'
import { print } from './formats'

/** An issued report in one format, printed on first use. @throws PrintingError */
export const issuedFile = (reportId: string, report: PrintableReport, format: ReportFormat) =>
  keptFile({ reportId, format }, () => print(report, format))

/** A CSV without the byte order mark that spreadsheets need. */
export const withoutMark = (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(3)
