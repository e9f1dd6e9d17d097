import { reportFile } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'

/**
 * An issued report with its proof, in the only form that can be verified. A preview is the bare content, formatted for
 * reading.
 */
export const reportJson = ({ content, proof }: PrintableReport): string =>
  proof ? reportFile(content, proof) : `${JSON.stringify(content, null, 2)}\n`
