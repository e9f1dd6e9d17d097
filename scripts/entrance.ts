import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROBLEM_TYPE } from '@/app/api/v1/problem'
import { sentencesIn } from '@/app/sentences'
import { limited } from '@/domain/errors'
import { limitOf } from '@/services/limits/entrances'
import { takeForReading } from '@/services/limits/reading'
import { localeOf, plainPage } from './plain-page'
import { senderOfRequest } from './refuse'
import { sessionToken } from '@/app/server/session-token'

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

function bodyFor(asked: Asked, seconds: number): { type: string; body: string } {
  const locale = localeOf(asked)
  const sentence = sentencesIn(locale)
  const { key, params, code } = limited(seconds)
  const [title, detail] = [sentence('tooManyTitle'), sentence(key, params)]
  if (asked.headers.accept?.includes('text/html'))
    return { type: 'text/html; charset=utf-8', body: plainPage({ locale, title, paragraphs: [detail] }) }
  if (asked.url?.startsWith('/api/')) {
    // The sign-in script reads the reason for a failure from this address, in next-auth's form.
    const url = `http://${asked.headers.host ?? ''}/sign-in?error=limited.${seconds}`
    const problem = { type: `urn:factdesk:problem:${code}`, title, status: 429, detail, code, url }
    return { type: PROBLEM_TYPE, body: JSON.stringify(problem) }
  }
  return { type: 'text/plain; charset=utf-8', body: `${detail}\n` }
}

/** Answers 429 (RFC 6585) with the time to come back: a page for a browser, a sentence for other clients. */
function answerTooMany(asked: Asked, response: ServerResponse, seconds: number): void {
  const { type, body } = bodyFor(asked, seconds)
  response.writeHead(429, {
    'content-type': type,
    'content-length': String(Buffer.byteLength(body)),
    'content-language': localeOf(asked),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'retry-after': String(seconds),
  })
  response.end(asked.method === 'HEAD' ? undefined : body)
}

/**
 * Counts a request that needs no sign-in before the pages see it, and answers it when its sender is over the limit.
 * The HTTP API counts its own requests.
 * @returns whether the request may go on
 */
export async function mayEnter(request: Asked, response: ServerResponse): Promise<boolean> {
  const limit = limitOf(decodeURIComponent(request.url?.split(/[?#]/, 1)[0] ?? '/'))
  if (!limit || (limit === 'strangers' && (await sessionToken(request)))) return true
  const { sender, ...facts } = senderOfRequest(request)
  const taken = await takeForReading(limit, sender, facts)
  if (taken.ok) return true
  answerTooMany(request, response, taken.retryAfterSeconds)
  return false
}
