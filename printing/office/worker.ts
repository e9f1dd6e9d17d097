import type { MarkedCopy } from '@/domain/marked-copy/shape'
import type { PrintableReport } from '@/domain/report/schema'
import { markedCopyDocx } from '../marked-copy/docx'
import { reportDocx } from '../report-docx'
import { reportXlsx } from '../report-xlsx'

export type OfficeTask =
  { format: 'docx' | 'xlsx'; report: PrintableReport } | { format: 'copy'; copy: MarkedCopy }

function printed(task: OfficeTask): Promise<Uint8Array> {
  if (task.format === 'copy') return markedCopyDocx(task.copy)
  return task.format === 'docx' ? reportDocx(task.report) : reportXlsx(task.report)
}

/** Prints a document in its own process. It returns base64, because channels between processes carry text. */
export default async function print(task: OfficeTask): Promise<string> {
  return Buffer.from(await printed(task)).toString('base64')
}
