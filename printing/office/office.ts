import type { MarkedCopy } from '@/domain/marked-copy/shape'
import type { PrintableReport } from '@/domain/report/schema'
import { printInProcess, timeFor, type Program } from '../process/pool'
import type { OfficeTask } from './worker'

/** Runs the TypeScript source directly, so that it needs no bundle. */
const PROGRAM: Program = {
  file: 'printing/office/worker.ts',
  execArgv: ['--conditions=react-server', '--import', 'tsx'],
  env: { TSX_TSCONFIG_PATH: 'tsconfig.run.json' },
}

/**
 * Prints the report as a Word document or a workbook. A long report takes seconds, so another process does it.
 * @throws PrintingError if too many wait, if it takes too long, or if it fails
 */
export const printOffice = (format: 'docx' | 'xlsx', report: PrintableReport) =>
  printInProcess(
    PROGRAM,
    { format, report: { content: report.content, proof: report.proof } } satisfies OfficeTask,
    timeFor(report.content.claims.length),
  )

/**
 * Prints a marked copy as a Word document, in the same process as reports.
 * @throws PrintingError if too many wait, if it takes too long, or if it fails
 */
export const printCopy = (copy: MarkedCopy) =>
  printInProcess(PROGRAM, { format: 'copy', copy } satisfies OfficeTask)
