import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROBLEM_TYPE } from '@/app/api/v1/problem'
import { sentencesIn } from '@/app/sentences'
import { subjectOf } from '@/services/limits/take'
import { preferredLocale } from '@/text/locale'
import { logRefusal } from '@/services/log'
import { SENDER_HEADER } from '@/services/sender'
import { isForApi, type Refusal } from './head'

const CODES: Record<number, string> = {
  400: 'malformed',
  403: 'forbidden',
  405: 'method_not_allowed',
  408: 'too_slow',
  413: 'too_large',
  415: 'unsupported_media_type',
  501: 'method_unknown',
  503: 'busy',
}

/** The sender, method and address of a refused request, for the log. */
export const senderOfRequest = ({
  headers,
  method,
  url,
}: Pick<IncomingMessage, 'headers' | 'method' | 'url'>) => ({
  sender: subjectOf('sender', headers[SENDER_HEADER]?.toString() ?? 'unknown'),
  method,
  path: url?.split(/[?#]/, 1)[0],
})

/**
 * Answers with one sentence in the sender's language: a problem (RFC 9457) for a program, plain text for other
 * clients.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status, key, params, headers } = refusal
  if (status === 403) logRefusal({ code: 'forbidden', key }, senderOfRequest(request))
  const locale = preferredLocale(request.headers['accept-language'])
  const sentence = sentencesIn(locale)(key, params)
  const code = CODES[status] ?? 'malformed'
  const problem = { type: `urn:factdesk:problem:${code}`, title: sentence, status, detail: sentence, code }
  const isApi = isForApi(request.url ?? '')
  response.writeHead(status, {
    'content-type': isApi ? PROBLEM_TYPE : 'text/plain; charset=utf-8',
    'content-language': locale,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(isApi ? JSON.stringify(problem) : `${sentence}\n`)
}
