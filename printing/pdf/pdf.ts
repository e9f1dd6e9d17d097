import { CLAIM_STATUSES, eachStatus, STATUSES } from '@/domain/claim/statuses'
import { proofLine } from '@/domain/report/proof'
import type { PrintableReport } from '@/domain/report/schema'
import { localeWritten } from '@/text/locale'
import { outlineOf } from '../outline/outline'
import { said } from '../outline/shape'
import { printInProcess, timeFor } from '../process/pool'
import { typesetter } from './typeset'

export { PrintingError } from '../process/printing-error'

const statusInks = eachStatus((status) => STATUSES[status].paperInk)
const stanceInks = Object.fromEntries(
  CLAIM_STATUSES.flatMap((status) => {
    const { stance, paperInk } = STATUSES[status]
    return stance ? [[stance, paperInk]] : []
  }),
)

const PROGRAM = { file: 'printing/pdf/worker.mjs' }

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The letters of a text beyond ASCII, as people count them, each once. */
export function lettersOf(text: string): string[] {
  const words = new Set(text.match(/\S*[^\x00-\x7f]\S*/g))
  const letters = new Set<string>()
  for (const word of words)
    for (const { segment } of segmenter.segment(word)) if (/[^\x00-\x7f]/.test(segment)) letters.add(segment)
  return [...letters]
}

function dataOf(report: PrintableReport): string {
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
  return JSON.stringify(typesetter(outline.direction)(task))
}

/**
 * Prints the report as PDF: A4, tagged, with bookmarks, and with its proof among the keywords. The same report gives
 * the same bytes on the same machine. Typesetting runs in another process.
 * @throws PrintingError if too many wait, if it takes too long, or if it fails
 */
export function printPdf(report: PrintableReport): Promise<Uint8Array> {
  const data = dataOf(report)
  const created = Math.floor(Date.parse(report.content.issuedAt) / 1000)
  const time = timeFor(report.content.claims.length)
  return printInProcess(PROGRAM, { letters: lettersOf(data), data, created }, time)
}

/**
 * The letters of a report that no font of the desk can draw, so that its PDF would show boxes.
 * @throws PrintingError
 */
export async function lettersWithoutFont(report: PrintableReport): Promise<string[]> {
  const letters = lettersOf(dataOf(report))
  const found = await printInProcess(PROGRAM, { letters })
  return JSON.parse(Buffer.from(found).toString('utf8')) as string[]
}
