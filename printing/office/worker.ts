import type { PrintableReport } from '@/domain/report/schema'
import { reportDocx } from '../report-docx'
import { reportXlsx } from '../report-xlsx'

const PRINTERS = { docx: reportDocx, xlsx: reportXlsx }

export type OfficeTask = { format: keyof typeof PRINTERS; report: PrintableReport }

/** Prints a report in its own process. It returns base64, because channels between processes carry text. */
export default async function print({ format, report }: OfficeTask): Promise<string> {
  return Buffer.from(await PRINTERS[format](report)).toString('base64')
}
