import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROBLEM_TYPE } from '@/app/api/v1/problem'
import { sentencesIn } from '@/app/sentences'
import { pathForLog } from '@/services/limits/entrances'
import { subjectOf } from '@/services/limits/take'
import { preferredLocale, type Locale } from '@/text/locale'
import { markup } from '@/printing/markup'
import { messagesOf } from '@/services/messages'
import { logRefusal } from '@/services/log'
import { SENDER_HEADER } from '@/services/sender'
import { isForApi, type Refusal } from './head'
import { plainPage } from './plain-page'

const CODES: Record<number, string> = {
  400: 'malformed',
  403: 'forbidden',
  405: 'method_not_allowed',
  408: 'too_slow',
  413: 'too_large',
  415: 'unsupported_media_type',
  503: 'busy',
}

/** The sender, method and address of a refused request, for the log, which learns no secret of an address. */
export const senderOfRequest = ({
  headers,
  method,
  url,
}: Pick<IncomingMessage, 'headers' | 'method' | 'url'>) => ({
  sender: subjectOf('sender', headers[SENDER_HEADER]?.toString() ?? 'unknown'),
  method,
  path: url && pathForLog(url.split(/[?#]/, 1)[0] ?? ''),
})

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A problem (RFC 9457) for users of the API, a page for a browser that opens an address, else plain text. */
function bodyFor({ method, url, headers }: IncomingMessage, refusal: Refusal, locale: Locale) {
  const { status, key, params } = refusal
  const sentence = sentencesIn(locale)(key, params)
  const code = CODES[status] ?? 'malformed'
  if (isForApi(url ?? '')) {
    const problem = { type: `urn:factdesk:problem:${code}`, title: sentence, status, detail: sentence, code }
    return { type: PROBLEM_TYPE, body: JSON.stringify(problem) }
  }
  const isOpened = (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html')
  if (!isOpened) return { type: 'text/plain; charset=utf-8', body: `${sentence}\n` }
  const home = markup`<p><a href="/">${messagesOf(locale).common.appName}</a></p>`
  const page = plainPage({ locale, title: sentence, paragraphs: [], itself: home })
  return { type: 'text/html; charset=utf-8', body: page }
}

/** Answers with one sentence in the sender's language. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status, key, headers } = refusal
  if (status === 403) logRefusal({ code: 'forbidden', key }, senderOfRequest(request))
  const locale = preferredLocale(request.headers['accept-language'])
  const { type, body } = bodyFor(request, refusal, locale)
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': POLICY,
    'content-language': locale,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
