import { getLocale } from 'next-intl/server'
import { createTranslator } from 'use-intl/core'
import { deskRoute } from '@/app/server/desk-route'
import { claimExportParamsSchema } from '@/domain/claim/list'
import { issuesOf, type ErrorCode } from '@/domain/errors'
import { claimsToExport } from '@/domain/export/queries'
import { isExportFormat } from '@/domain/export/schema'
import { lastOfEach } from '@/domain/list/address'
import { isWellFormed } from '@/text/wellformed'
import { now } from '@/services/clock'
import type { Locale } from '@/text/locale'
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

/** Reads the address: what it asks for, or a line for each parameter that it cannot use. */
function read(url: string, locale: Locale) {
  const written = lastOfEach(new URL(url).searchParams)
  const t = createTranslator({ locale, messages: { errors: messagesOf(locale).errors } })
  const bad = Object.keys(written).filter((name) => !isWellFormed(written[name] ?? ''))
  if (bad.length > 0) return { wrong: bad.map((name) => `${name}: ${t('errors.badCharacter')}`).join('\n') }
  const parsed = claimExportParamsSchema.safeParse(written)
  if (parsed.success) return { asked: parsed.data }
  const lines = issuesOf(parsed.error).map(
    ({ path, key, params }) =>
      `${path.replace(/\..*/, '')}: ${t(`errors.${key as 'invalid'}`, params as never)}`,
  )
  return { wrong: lines.join('\n') }
}

/** All claims in the list of this address, as a file. A refusal is a sentence for the reader. */
export const GET = deskRoute<{ format: string }>(
  async ({ actor, request, params: { format } }) => {
    const locale = await getLocale()
    if (!isExportFormat(format)) return refusal(404, messagesOf(locale).exporting.badFormat)
    const { asked, wrong } = read(request.url, locale)
    if (!asked) return refusal(400, wrong)
    const { bom, ...selection } = asked
    return exportResponse(await claimsToExport(actor, selection), {
      format,
      locale,
      bom: bom !== '0',
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
