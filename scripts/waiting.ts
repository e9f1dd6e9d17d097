import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { raw } from 'hono/html'
import type { Trouble } from '@/prisma/trouble'
import { REQUEST_ID_HEADER } from '@/services/request-id'
import { messagesOf } from '@/services/messages'
import { markup } from '@/printing/markup'
import { localeOf, plainPage } from './plain-page'

/** Why the desk can serve nobody at this moment. */
export type Reason = 'starting' | Trouble

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

const RETRY_SECONDS = { starting: 1, away: 5, busy: 5, full: 30 } as const satisfies Record<Reason, number>
const ASK_AGAIN_MS = 3_000
/** Reloads the same address as soon as the desk can work; until then the page stays. */
const COMING_BACK = `
const ask = async () => {
  const answer = await fetch('/api/v1/health/ready', { cache: 'no-store' }).catch(() => null)
  if (answer?.ok) location.reload()
  else setTimeout(ask, ${ASK_AGAIN_MS})
}
setTimeout(ask, ${ASK_AGAIN_MS})`

/** A submitted form is never sent again automatically. */
const comesBack = ({ method }: Asked) => method === 'GET' || method === 'HEAD'

function page(asked: Asked, reason: Reason, nonce: string): string {
  const locale = localeOf(asked)
  const { waiting } = messagesOf(locale)
  const itself = comesBack(asked)
    ? markup`<p>${waiting.wait}</p>
<script nonce="${nonce}">${raw(COMING_BACK)}</script>
<noscript><meta http-equiv="refresh" content="${RETRY_SECONDS[reason]}"></noscript>`
    : ''
  return plainPage({ locale, title: waiting.title, paragraphs: [waiting[reason]], itself })
}

/** The problem (RFC 9457) that the HTTP API would answer with, for when the API itself cannot answer. */
function problem(asked: Asked, reason: Reason): string {
  const { errors, waiting } = messagesOf(localeOf(asked))
  return JSON.stringify({
    type: 'urn:factdesk:problem:unavailable',
    title: errors.unavailableTitle,
    status: 503,
    detail: waiting[reason],
    code: 'unavailable',
  })
}

function bodyFor(asked: Asked, reason: Reason, nonce: string): { type: string; body: string } {
  if (asked.url?.startsWith('/api/'))
    return { type: 'application/problem+json', body: problem(asked, reason) }
  if (asked.headers.accept?.includes('text/html'))
    return { type: 'text/html; charset=utf-8', body: page(asked, reason, nonce) }
  return { type: 'text/plain; charset=utf-8', body: `${messagesOf(localeOf(asked)).waiting[reason]}\n` }
}

/** The headers and the body that tell a client to come back: a page for a browser, a problem for users of the API. */
export function waitingAnswer(asked: Asked, reason: Reason) {
  const nonce = randomBytes(16).toString('base64')
  const { type, body } = bodyFor(asked, reason, nonce)
  const headers = {
    'content-type': type,
    'content-length': String(Buffer.byteLength(body)),
    'content-language': localeOf(asked),
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'retry-after': String(RETRY_SECONDS[reason]),
    vary: 'accept, accept-language, cookie',
  }
  return { headers, body }
}

/** Tells a client to come back, unless an answer has begun. */
export function answerWaiting(request: Asked, response: ServerResponse, reason: Reason): void {
  const { headers, body } = waitingAnswer(request, reason)
  response.writeHead(503, headers).end(request.method === 'HEAD' ? undefined : body)
}

/** When it cannot look up a session, next-auth answers that nobody is signed in and removes the cookie. */
const asksWhoIsSignedIn = ({ url }: Asked) => /^\/api\/auth\/session\b/.test(url ?? '')

type Method = (...args: unknown[]) => unknown

/**
 * Turns a page's fault (500) into an answer to come back, when its data could not be read. Call it before anything
 * else changes the response's methods.
 * @param met the database trouble that the request met; read when the answer begins
 */
export function turnFaultsIntoWaiting(
  request: Asked,
  response: ServerResponse,
  met: () => Trouble | null,
): void {
  const writeHead = response.writeHead.bind(response) as Method
  const write = response.write.bind(response) as Method
  const end = response.end.bind(response) as Method
  let answer: 'not begun' | 'its own' | 'ours' = 'not begun'
  const begin = (status: number) => {
    if (answer !== 'not begun') return
    const trouble = status === 500 || asksWhoIsSignedIn(request) ? met() : null
    answer = trouble ? 'ours' : 'its own'
    if (!trouble) return
    for (const name of response.getHeaderNames()) if (name !== REQUEST_ID_HEADER) response.removeHeader(name)
    const { headers, body } = waitingAnswer(request, trouble)
    writeHead(503, headers)
    end(request.method === 'HEAD' ? undefined : body)
  }
  // Discards what the pages write about a replaced fault.
  const instead =
    (method: Method, nothing: unknown, statusOf: (args: unknown[]) => number): Method =>
    (...args) => {
      begin(statusOf(args))
      return answer === 'ours' ? nothing : method(...args)
    }
  const current = () => response.statusCode
  Object.assign(response, {
    writeHead: instead(writeHead, response, ([status]) => Number(status)),
    write: instead(write, true, current),
    end: instead(end, response, current),
  })
}
