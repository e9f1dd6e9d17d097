import 'server-only'
import type { ErrorCode } from '@/domain/errors'
import { localeDirection, type Locale } from '@/text/locale'
import { logFault } from '@/services/log'
import { messagesOf } from '@/services/messages'
import { contentDisposition } from '@/text/file-name'
import { markup } from '@/printing/markup'
import { PrintingError } from '@/printing/process/printing-error'

/** The document loads nothing and runs only our one script, whatever its text says. */
const contentPolicy = (nonce: string | undefined) =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
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

/** A page that says why a file could not be made, with a link to the same report as a web page. */
function printingRefusal(reason: PrintingError['reason'], locale: Locale, webPage: string): Response {
  const { errors, common, reports } = messagesOf(locale)
  const sentence = reason === 'busy' ? errors.printingBusy : errors.printingFailed
  const page = markup`<!doctype html>
<html lang="${locale}" dir="${localeDirection(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${common.appName}</title>
<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding-inline:1rem;color-scheme:light dark}</style></head>
<body><main><h1>${common.appName}</h1><p>${sentence}</p><p><a href="${webPage}">${reports.one.formats.html}</a></p></main></body>
</html>`
  return new Response(String(page), {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(undefined),
      'retry-after': '60',
    },
  })
}

/**
 * Answers with the result of `make`, or with a page that says why printing failed. `webPage` is the address of the same
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
    if (error instanceof PrintingError) {
      if (error.reason !== 'busy') logFault(error, 'printing')
      return printingRefusal(error.reason, locale, webPage)
    }
    throw error
  }
}
