import { getLocale } from 'next-intl/server'
import { createTranslator } from 'use-intl/core'
import { claimExportParamsSchema } from '@/domain/claim/params'
import { DomainError, issuesOf } from '@/domain/errors'
import { claimsToExport } from '@/domain/export/queries'
import { isExportFormat } from '@/domain/export/schema'
import { isWellFormed } from '@/domain/text/wellformed'
import { now } from '@/services/clock'
import type { Locale } from '@/services/locale'
import { messagesOf } from '@/services/messages'
import { exportResponse } from '@/services/printing/bulk/export'
import { currentActor } from '@/services/session'
import { settings } from '@/services/settings'

type Context = { params: Promise<{ format: string }> }

const STATUS: Partial<Record<DomainError['code'], number>> = { forbidden: 403, busy: 503 }

const refusal = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

/** What an address asks for, or a line for each parameter that cannot be used. */
function read(url: string, locale: Locale) {
  const written = Object.fromEntries([...new URL(url).searchParams].filter(([, value]) => value))
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

/** All claims that the list of this address holds, as a file; refusals are sentences for the reader. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { format } = await params
  const [actor, locale] = [await currentActor(), await getLocale()]
  const { errors, exporting } = messagesOf(locale)
  if (!actor) return refusal(401, errors.unauthenticated)
  if (!isExportFormat(format)) return refusal(404, exporting.badFormat)
  const { asked, wrong } = read(request.url, locale)
  if (!asked) return refusal(400, wrong)
  const { bom, ...selection } = asked
  try {
    return exportResponse(await claimsToExport(actor, selection), {
      format,
      locale,
      bom,
      timeZone: settings().newsroomTimeZone,
      at: now(),
      method: request.method,
    })
  } catch (error) {
    const status = error instanceof DomainError ? STATUS[error.code] : undefined
    if (!status) throw error
    return refusal(status, status === 403 ? errors.forbidden : errors.exportBusy)
  }
}
