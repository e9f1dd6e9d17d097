import 'server-only'
import type { ErrorCode } from '@/domain/errors'
import { localeDirection, type Locale } from '@/text/locale'
import { logFault } from '@/services/log'
import { messagesOf } from '@/services/messages'
import { contentDisposition } from '@/text/file-name'
import { markup, type Markup } from '@/printing/markup'
import { StillPrinting } from '@/printing/process/jobs'
import { PrintingError } from '@/printing/process/printing-error'

/** The document loads nothing from elsewhere and runs only our one script, whatever its text says. */
const contentPolicy = (nonce: string | undefined) =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    nonce && `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
    .filter(Boolean)
    .join('; ')

type Sent = { contentType: string; disposition: 'inline' | 'attachment'; fileName: string; nonce?: string }

/** A printed document as an answer of its own, outside the desk's pages. */
export function documentResponse(
  body: string | Uint8Array,
  { contentType, disposition, fileName, nonce }: Sent,
): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': contentType,
      'content-disposition': contentDisposition(fileName, disposition),
      'content-security-policy': contentPolicy(nonce),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const plain = (text: string, status: number) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** One sentence for a person whose document does not exist or is not theirs. */
function refusalText(code: ErrorCode, locale: Locale): Response {
  const { forbidden, notFound } = messagesOf(locale).errors
  return code === 'forbidden' ? plain(forbidden, 403) : plain(notFound, 404)
}

/** A person goes to the sign-in page and back; a program gets an error. */
function signInFirst(request: Request, format: string): Response {
  if (format !== 'html') return new Response(null, { status: 401 })
  const { pathname, search } = new URL(request.url)
  const asked = request.headers.get('x-asked-for') ?? `${pathname}${search}`
  return new Response(null, {
    status: 303,
    headers: { location: `/sign-in?callbackUrl=${encodeURIComponent(asked)}` },
  })
}

/** Says why a document is not available in this format: a stranger goes to sign in, anyone else gets one sentence. */
export const refuseDocument = (
  { code }: { code: ErrorCode },
  { request, format, locale }: { request: Request; format: string; locale: Locale },
): Response => (code === 'unauthenticated' ? signInFirst(request, format) : refusalText(code, locale))

type Page = {
  locale: Locale
  status: number
  title: string
  body: Markup
  retrySeconds: number
  head?: Markup
}

function pageOf({ locale, status, title, body, retrySeconds, head }: Page): Response {
  const page = markup`<!doctype html>
<html lang="${locale}" dir="${localeDirection(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}<title>${title}</title>
<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding-inline:1rem;color-scheme:light dark}progress{inline-size:100%}</style></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`
  return new Response(String(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(undefined),
      'cache-control': 'no-store',
      'retry-after': String(retrySeconds),
    },
  })
}

/** A page that says why a file could not be made, with a link to the same report as a web page. */
function printingRefusal(reason: PrintingError['reason'], locale: Locale, webPage: string): Response {
  const { errors, common, reports } = messagesOf(locale)
  const sentence = reason === 'busy' ? errors.printingBusy : errors.printingFailed
  const body = markup`<p>${sentence}</p><p><a href="${webPage}">${reports.one.formats.html}</a></p>`
  return pageOf({ locale, status: 503, title: common.appName, body, retrySeconds: 60 })
}

const AGAIN_SECONDS = 3

/** A page that shows how far a file is and asks again by itself. Its reader may leave: the work goes on. */
function progressPage({ share }: StillPrinting, locale: Locale, webPage: string): Response {
  const { reports } = messagesOf(locale)
  const percent = Math.round(share * 100)
  const body = markup`<p><progress max="100" value="${percent}" aria-label="${reports.printing.title}"></progress></p>
<p role="status">${reports.printing.share.replace('{percent}', () => String(percent))}</p>
<p>${reports.printing.hint}</p>
<p><a href="${webPage.replace(/\/html$/, '')}">${reports.printing.back}</a></p>`
  const head = markup`<meta http-equiv="refresh" content="${AGAIN_SECONDS}">`
  const title = reports.printing.title
  return pageOf({ locale, status: 202, title, body, retrySeconds: AGAIN_SECONDS, head })
}

/**
 * Answers with the result of `make`, with a page that says why printing failed, or with one that shows how far it is. `webPage` is the address of the same
 * report as HTML, which that page links to.
 */
export async function orPrintingRefusal(
  locale: Locale,
  make: () => Promise<Response>,
  webPage = '',
): Promise<Response> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof StillPrinting) return progressPage(error, locale, webPage)
    if (error instanceof PrintingError) {
      if (error.reason !== 'busy') logFault(error, 'printing')
      return printingRefusal(error.reason, locale, webPage)
    }
    throw error
  }
}
