import { getLocale } from 'next-intl/server'
import { DomainError } from '@/domain/errors'
import { getReport, type Report } from '@/domain/report/queries'
import { isLocale, type Locale } from '@/services/locale'
import { messagesOf } from '@/services/messages'
import {
  contentDisposition,
  reportCsv,
  reportHtml,
  reportJson,
  type Printed,
} from '@/services/printing/report'
import { currentActor } from '@/services/session'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Print = (report: Report, locale: Locale, nonce: string | undefined) => Printed

function html(report: Report, locale: Locale, nonce: string | undefined): Printed {
  const articleHref = `/articles/${report.article.id}`
  const href = (format: string) => `${articleHref}/report/${format}?language=${locale}`
  return reportHtml(report, locale, {
    toolbar: { articleHref, csvHref: href('csv'), jsonHref: href('json'), nonce },
  })
}

const FORMATS = new Map<string, { print: Print; place: 'inline' | 'attachment' }>([
  ['html', { print: html, place: 'inline' }],
  ['csv', { print: reportCsv, place: 'attachment' }],
  ['json', { print: reportJson, place: 'inline' }],
])

/** Loads nothing, runs the one script of ours, whatever words an article may have. */
const contentPolicy = (nonce: string | undefined) =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    nonce && `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
    .filter(Boolean)
    .join('; ')

function refusal(error: DomainError, locale: Locale): Response {
  const { forbidden, notFound } = messagesOf(locale).errors
  const known = error.code === 'forbidden'
  return new Response(known ? forbidden : notFound, {
    status: known ? 403 : 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

function signInFirst(request: Request, format: string): Response {
  if (format !== 'html') return new Response(null, { status: 401 })
  const { pathname, search } = new URL(request.url)
  const asked = request.headers.get('x-asked-for') ?? `${pathname}${search}`
  return new Response(null, {
    status: 303,
    headers: { location: `/sign-in?callbackUrl=${encodeURIComponent(asked)}` },
  })
}

type Context = { params: Promise<{ id: string; format: string }> }

/** The report of an article for a signed-in reader, in the language of `?language=` or else the reader's own. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params
  const actor = await currentActor()
  if (!actor) return signInFirst(request, format)
  const wanted = new URL(request.url).searchParams.get('language')
  const locale = isLocale(wanted) ? wanted : await getLocale()
  const form = FORMATS.get(format)
  if (!form || !ID.test(id)) return refusal(new DomainError('not_found', 'notFound'), locale)
  try {
    const nonce = request.headers.get('x-nonce') ?? undefined
    const printed = form.print(await getReport(actor, id), locale, nonce)
    return new Response(printed.body, {
      headers: {
        'content-type': printed.contentType,
        'content-disposition': contentDisposition(printed.fileName, form.place),
        'content-security-policy': contentPolicy(format === 'html' ? nonce : undefined),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof DomainError && ['not_found', 'forbidden'].includes(error.code))
      return refusal(error, locale)
    throw error
  }
}
