import type { PrintableReport } from '@/domain/report/schema'
import { reportDocx } from '../report-docx'
import { reportXlsx } from '../report-xlsx'

const PRINTERS = { docx: reportDocx, xlsx: reportXlsx }

export type OfficeTask = { format: keyof typeof PRINTERS; report: PrintableReport }

/** Prints a report in a process of its own; bytes in base64, as channels between processes carry them. */
export default async function print({ format, report }: OfficeTask): Promise<string> {
  return Buffer.from(await PRINTERS[format](report)).toString('base64')
}
