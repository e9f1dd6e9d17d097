import { dayIn } from '@/domain/calendar/clock'
import type { ClaimsToExport } from '@/domain/export/queries'
import type { ExportFormat } from '@/domain/export/schema'
import { directionOf } from '@/text/direction'
import type { Locale } from '@/text/locale'
import { logFault } from '@/services/log'
import { contentDisposition } from '@/text/file-name'
import { claimsCsv } from './csv'
import { claimsJsonLines } from './json-lines'
import { exportWords } from './words'
import { claimsXlsx } from './xlsx'

export const EXPORT_MEDIA: Record<ExportFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
}

/** Tells how many claims the file has, before any of them. */
export const COUNT_HEADER = 'x-claim-count'

type Chunks = AsyncGenerator<string | Uint8Array>

/**
 * A body that is made as it is read. A fault breaks it, so that it never ends as if it were whole; a reader who goes
 * away ends the work behind it at once.
 */
function bodyOf(chunks: Chunks, close: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const utf8 = new TextEncoder()
  let left = false
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await chunks.next()
        if (left) return
        if (next.done) {
          close()
          controller.close()
        } else if (typeof next.value === 'string') controller.enqueue(utf8.encode(next.value))
        else controller.enqueue(new Uint8Array(next.value))
      } catch (error) {
        close()
        if (!left) logFault(error, 'export')
        controller.error(error)
      }
    },
    cancel() {
      left = true
      close()
      void chunks.return(undefined).catch(() => undefined)
    },
  })
}

export type ExportForm = {
  format: ExportFormat
  locale: Locale
  bom: boolean
  /** IANA name of the newsroom's zone. */
  timeZone: string
  at: Date
  /** Without a body for those who ask for the head alone. */
  method: string
}

/** The answer that brings all claims as a file. It is whole only when it ends as HTTP says that it ends. */
export function exportResponse(claims: ClaimsToExport, form: ExportForm): Response {
  const { format, locale, bom, timeZone, at, method } = form
  const { batches, total, close } = claims
  const words = exportWords(locale)
  const chunks = (): Chunks => {
    if (format === 'csv') return claimsCsv(batches, words, bom)
    if (format === 'jsonl') return claimsJsonLines(batches)
    return claimsXlsx(batches, total, { words, timeZone, rightToLeft: directionOf(locale) === 'rtl' })
  }
  const date = dayIn(at, timeZone)
  const body = method === 'HEAD' ? null : bodyOf(chunks(), close)
  if (!body) close()
  return new Response(body, {
    headers: {
      'content-type': format === 'xlsx' ? EXPORT_MEDIA.xlsx : `${EXPORT_MEDIA[format]}; charset=utf-8`,
      'content-disposition': contentDisposition(
        `${words('exporting.fileName', { date })}.${format}`,
        'attachment',
      ),
      [COUNT_HEADER]: String(total),
      // Compressing would hold back what is ready.
      'cache-control': 'private, no-store, no-transform',
      'x-content-type-options': 'nosniff',
    },
  })
}
