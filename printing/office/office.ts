import type { PrintableReport } from '@/domain/report/schema'
import { printInProcess, type Program } from '../process/pool'
import type { OfficeTask } from './worker'

/** TypeScript as it lies there, so that no bundle has to be made for it. */
const PROGRAM: Program = {
  file: 'printing/office/worker.ts',
  execArgv: ['--conditions=react-server', '--import', 'tsx'],
  env: { TSX_TSCONFIG_PATH: 'tsconfig.run.json' },
}

/**
 * The report as a Word document or a workbook. A long one takes seconds, so another process makes it.
 * @throws PrintingError when too many wait, when it takes too long, or when it fails
 */
export const printOffice = (format: OfficeTask['format'], report: PrintableReport) =>
  printInProcess(PROGRAM, {
    format,
    report: { content: report.content, proof: report.proof },
  } satisfies OfficeTask)
