import { getLocale } from 'next-intl/server'
import { readAddress } from '@/app/address'
import { deskRoute } from '@/app/server/desk-route'
import { wrongAddress } from '@/app/server/wrong-address'
import { claimExportParamsSchema } from '@/domain/claim/list'
import type { ErrorCode } from '@/domain/errors'
import { claimsToExport } from '@/domain/export/queries'
import { isExportFormat } from '@/domain/export/schema'
import { now } from '@/services/clock'
import { messagesOf } from '@/services/messages'
import { exportResponse } from '@/printing/bulk/export'
import { settings } from '@/services/settings'

const SENTENCES = {
  unauthenticated: [401, 'unauthenticated'],
  forbidden: [403, 'forbidden'],
} as const satisfies Partial<Record<ErrorCode, [number, string]>>

const refusal = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

/** All claims in the list of this address, as a file. A refusal is a sentence for the reader. */
export const GET = deskRoute<{ format: string }>(
  async ({ actor, request, params: { format } }) => {
    const locale = await getLocale()
    if (!isExportFormat(format)) return refusal(404, messagesOf(locale).exporting.badFormat)
    const { params: asked, issues } = await readAddress(claimExportParamsSchema, request)
    if (issues.length > 0) return wrongAddress(issues, locale)
    const { bom, separator, ...selection } = asked
    return exportResponse(await claimsToExport(actor, selection), {
      format,
      locale,
      bom: bom !== '0',
      separator,
      publicUrl: settings().publicUrl,
      timeZone: settings().newsroomTimeZone,
      at: now(),
      method: request.method,
    })
  },
  async ({ code }) => {
    const { errors } = messagesOf(await getLocale())
    if (code !== 'unauthenticated' && code !== 'forbidden') return refusal(503, errors.exportBusy)
    const [status, key] = SENTENCES[code]
    return refusal(status, errors[key])
  },
)
