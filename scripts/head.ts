import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ErrorKey } from '@/domain/errors'
import { arriving } from '@/services/arrival'
import { isReadable } from './readable'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** Methods of HTTP itself that no address here takes; any other is not known at all (RFC 9110, 15.6.2). */
const NOT_TAKEN = ['TRACE', 'CONNECT']
const ALLOW = METHODS.join(', ')
const READS = ['GET', 'HEAD', 'OPTIONS']
const API = /^\/api\/v1(?:[/?]|$)/
const AUTH = /^\/api\/auth(?:[/?]|$)/
const RETURN_COOKIE = /^\s*(?:__Secure-|__Host-)?next-auth\.callback-url(?:\.\d+)?\s*(?:=|$)/
const YEAR_SECONDS = 365 * 24 * 60 * 60

type Request = Pick<IncomingMessage, 'headers' | 'url' | 'method'>
/** `key` names a sentence under `errors` in the message files. */
export type Refusal = {
  status: number
  key: ErrorKey
  params?: Record<string, string | number>
  headers?: Record<string, string>
}

const UNREADABLE: Refusal = { status: 400, key: 'requestUnreadable' }
const OTHER_ORIGIN: Refusal = { status: 403, key: 'otherOrigin' }

/** Whether an address is one of the HTTP API's. */
export const isForApi = (url: string) => API.test(url)

/** Whether every escape of an address decodes to text that can be stored: UTF-8 without NUL. */
export function isDecodable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

/** What Next reads from the browser's router as JSON, and fails at when it is none. */
function hasReadableRouterState(headers: IncomingHttpHeaders): boolean {
  const state = headers['next-router-state-tree']
  if (state === undefined) return true
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(state))))
  } catch {
    return false
  }
}

/** The host of an address as a browser writes it, without the scheme's own port. */
const hostOf = (scheme: string, host: string) => new URL(`${scheme}//${host}`).host

/** Whether the page that sends this is one of the desk's own: by what browsers write and pages cannot change. */
function isOwnPage(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const { origin, host = '' } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (origin === 'null') return false
  const sender = new URL(origin)
  return sender.origin === publicUrl || sender.host === hostOf(sender.protocol, host)
}

/**
 * Why a request is answered before the API or the pages see it; null when they may. What stands here is what they would
 * stumble over: it is the sender's fault, never ours.
 * @param publicUrl the origin of PUBLIC_URL; null when none is set
 */
export function refusalOf(request: Request, publicUrl: string | null): Refusal | null {
  const { url = '', method = '', headers } = request
  if (!METHODS.includes(method)) {
    const status = NOT_TAKEN.includes(method) ? 405 : 501
    return { status, key: 'methodNotAllowed', params: { allowed: ALLOW }, headers: { allow: ALLOW } }
  }
  if (!url.startsWith('/') || !isReadable(request) || !isDecodable(url) || !hasReadableRouterState(headers))
    return UNREADABLE
  if (READS.includes(method) || isForApi(url)) return null
  // Signing in and out carries a token of its own, so a program may leave the origin out.
  if (AUTH.test(url) && headers.origin === undefined) return null
  return isOwnPage(headers, publicUrl) ? null : OTHER_ORIGIN
}

/**
 * Makes a request say the address that readers type, whatever a proxy in front wrote into it: what compares the origin
 * of a form with the host, or makes an absolute address, then has one answer. Without PUBLIC_URL the host that was asked
 * for counts, and what a sender claims was forwarded does not.
 */
export function standAtPublicAddress(headers: IncomingHttpHeaders, publicUrl: string | null): void {
  const { protocol, host } = new URL(publicUrl ?? `http://${headers.host}`)
  delete headers.forwarded
  delete headers['x-forwarded-port']
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  if (headers.origin !== undefined && headers.origin !== 'null') headers.origin = `${protocol}//${host}`
}

/** Tells browsers that came by HTTPS to come by nothing else (RFC 6797). */
export function keepSecure(response: ServerResponse, publicUrl: string | null): void {
  if (publicUrl?.startsWith('https:'))
    response.setHeader('strict-transport-security', `max-age=${YEAR_SECONDS}`)
}

const NONCE = / 'nonce-[^']*'| 'strict-dynamic'/g

/**
 * Keeps a nonce out of what is not a page: an answer that caches may hold goes to many, and a nonce is good once (CSP 3,
 * 7.1). The policy is written before it is known what the answer will be.
 */
export function keepNonceOnce(response: ServerResponse): void {
  const write = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
  response.writeHead = (...given: unknown[]) => {
    const policy = response.getHeader('content-security-policy')
    const mayBeHeld = !/\b(?:no-store|private)\b/i.test(String(response.getHeader('cache-control')))
    if (typeof policy === 'string' && mayBeHeld)
      response.setHeader('content-security-policy', policy.replace(NONCE, ''))
    return write(...given)
  }
}

/**
 * Leaves out the cookie in which next-auth keeps where to go after signing in: forms here say it themselves, and one that
 * is no address would make every answer of next-auth a 500.
 */
export function leaveOutReturnCookie(headers: IncomingHttpHeaders): void {
  if (!headers.cookie?.includes('callback-url')) return
  const kept = headers.cookie.split(';').filter((pair) => !RETURN_COOKIE.test(pair))
  headers.cookie = kept.join(';')
}

/** Answers who asks to speak another protocol, which Next leaves without an answer. */
export function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => undefined)
  socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
}

const isForm = ({ method, url, headers }: Request) =>
  method === 'POST' &&
  !url?.startsWith('/api/') &&
  (headers['next-action'] !== undefined ||
    /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(headers['content-type'] ?? ''))

/**
 * Asks the pages. A form that they fail at before anything of ours was called is one that could not be read: its answer
 * is 400. A page that shows when to come back is answered 429, with the same in Retry-After.
 */
export function askPages<T>(request: Request, response: ServerResponse, ask: () => T): T {
  return arriving((said) => {
    const write = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
    response.writeHead = (status: number, ...rest: unknown[]) => {
      if (status === 500 && isForm(request) && !said.understood) return write(400, ...rest)
      if (status !== 200 || said.waitSeconds === null) return write(status, ...rest)
      response.setHeader('retry-after', said.waitSeconds)
      return write(429, ...rest)
    }
    return ask()
  })
}
