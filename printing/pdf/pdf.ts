import { CLAIM_STATUSES, eachStatus, STATUSES } from '@/domain/claim/statuses'
import { proofLine } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'
import { localeWritten } from '@/text/locale'
import { outlineOf } from '../outline/outline'
import { said } from '../outline/shape'
import { printInProcess } from '../process/pool'
import { typesetter } from './typeset'

export { PrintingError } from '../process/printing-error'

const statusInks = eachStatus((status) => STATUSES[status].paperInk)
const stanceInks = Object.fromEntries(
  CLAIM_STATUSES.flatMap((status) => {
    const { stance, paperInk } = STATUSES[status]
    return stance ? [[stance, paperInk]] : []
  }),
)

/**
 * Prints the report as PDF: A4, tagged, with bookmarks, and with its proof among the keywords. The same report gives
 * the same bytes on the same machine. Typesetting runs in another process.
 * @throws PrintingError if too many wait, if it takes too long, or if it fails
 */
export async function printPdf(report: PrintableReport): Promise<Uint8Array> {
  const outline = outlineOf(report)
  const task = {
    ...outline,
    text: outline.text && { ...outline.text, words: said('', outline.text.language) },
    statusInks,
    stanceInks,
    languages: { ltr: localeWritten('ltr'), rtl: localeWritten('rtl') },
    newsroom: said(outline.newsroom),
    author: outline.newsroom,
    keywords: report.proof && proofLine(report.proof),
  }
  const data = JSON.stringify(typesetter(outline.direction)(task))
  return printInProcess(
    { file: 'printing/pdf/worker.mjs' },
    { data, created: Math.floor(Date.parse(report.content.issuedAt) / 1000) },
  )
}
