import type { Separator } from '@/domain/export/csv-form'
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

/** The header that announces the number of claims before the file starts. */
export const COUNT_HEADER = 'x-claim-count'

type Chunks = AsyncGenerator<string | Uint8Array>

/**
 * A body generated as the client reads it. An error breaks the connection, so a partial file never looks complete. If
 * the client goes away, the work behind the body stops at once.
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
  separator?: Separator
  /** The address of the desk. */
  publicUrl: string
  /** IANA name of the newsroom's zone. */
  timeZone: string
  at: Date
  /** A HEAD request gets no body. */
  method: string
}

/** The response that delivers all claims as a file. The file is complete only if HTTP signals a regular end. */
export function exportResponse(claims: ClaimsToExport, form: ExportForm): Response {
  const { format, locale, bom, separator, publicUrl, timeZone, at, method } = form
  const { batches, total, close } = claims
  const words = exportWords(locale)
  const chunks = (): Chunks => {
    if (format === 'csv') return claimsCsv(batches, words, { bom, separator, publicUrl })
    if (format === 'jsonl') return claimsJsonLines(batches)
    return claimsXlsx(batches, total, {
      words,
      publicUrl,
      timeZone,
      rightToLeft: directionOf(locale) === 'rtl',
    })
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
      // Compression would buffer rows that are ready.
      'cache-control': 'private, no-store, no-transform',
      'x-content-type-options': 'nosniff',
    },
  })
}
