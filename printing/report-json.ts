import { reportFile } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'

/** An issued report with its proof, in the one form that can be checked; a preview is the bare content, easy to read. */
export const reportJson = ({ content, proof }: PrintableReport): string =>
  proof ? reportFile(content, proof) : `${JSON.stringify(content, null, 2)}\n`
