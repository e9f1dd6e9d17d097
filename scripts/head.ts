import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ErrorKey } from '@/domain/errors'
import { arriving } from '@/services/arrival'
import { isReadable } from './readable'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
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

/** Whether an address belongs to the HTTP API. */
export const isForApi = (url: string) => API.test(url)

/** Whether every escape of an address decodes to storable text: UTF-8 without NUL. */
export function isDecodable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

/** Whether the router state header is valid JSON; Next fails on anything else. */
function hasReadableRouterState(headers: IncomingHttpHeaders): boolean {
  const state = headers['next-router-state-tree']
  if (state === undefined) return true
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(state))))
  } catch {
    return false
  }
}

/** The host of an address as a browser writes it, without the scheme's default port. */
const hostOf = (scheme: string, host: string) => new URL(`${scheme}//${host}`).host

/**
 * Whether one of the desk's own pages sends this request. It looks at headers that browsers write and pages cannot
 * change.
 */
function isOwnPage(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const { origin, host = '' } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (origin === 'null') return false
  const sender = new URL(origin)
  return sender.origin === publicUrl || sender.host === hostOf(sender.protocol, host)
}

/**
 * Why a request is refused before the API or the pages see it; null when they may. These are requests that would make
 * them fail, though the fault is the sender's.
 * @param publicUrl the origin of PUBLIC_URL; null when none is set
 */
export function refusalOf(request: Request, publicUrl: string | null): Refusal | null {
  const { url = '', method = '', headers } = request
  // Whoever sends another method is told which ones there are, whether HTTP knows it or not (RFC 9110, 15.5.6).
  if (!METHODS.includes(method))
    return { status: 405, key: 'methodNotAllowed', params: { allowed: ALLOW }, headers: { allow: ALLOW } }
  if (!url.startsWith('/') || !isReadable(request) || !isDecodable(url) || !hasReadableRouterState(headers))
    return UNREADABLE
  if (READS.includes(method) || isForApi(url)) return null
  // Signing in and out carries its own token, so a program may leave out the origin.
  if (AUTH.test(url) && headers.origin === undefined) return null
  return isOwnPage(headers, publicUrl) ? null : OTHER_ORIGIN
}

/**
 * Rewrites a request to the address that readers type, whatever a proxy wrote into it. Code that compares a form's
 * origin with the host, or builds an absolute address, then gets one answer. Without PUBLIC_URL the requested host
 * counts, and forwarded headers of the sender do not.
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

/** Tells browsers that came by HTTPS to use HTTPS only (RFC 6797). */
export function keepSecure(response: ServerResponse, publicUrl: string | null): void {
  if (publicUrl?.startsWith('https:'))
    response.setHeader('strict-transport-security', `max-age=${YEAR_SECONDS}`)
}

const NONCE = / 'nonce-[^']*'| 'strict-dynamic'/g

/**
 * Removes the nonce from an answer that is not a page: a cache may serve the answer to many, and a nonce is valid
 * once (CSP 3, 7.1). The policy is written before the answer is known.
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
 * Removes the cookie in which next-auth keeps the address to return to. Forms here send that address themselves, and
 * an invalid one would make every answer of next-auth a 500.
 */
export function leaveOutReturnCookie(headers: IncomingHttpHeaders): void {
  if (!headers.cookie?.includes('callback-url')) return
  const kept = headers.cookie.split(';').filter((pair) => !RETURN_COOKIE.test(pair))
  headers.cookie = kept.join(';')
}

/** Refuses a request for a tunnel, which Node would leave without an answer. */
export function refuseTunnel(socket: Duplex): void {
  socket.on('error', () => undefined)
  socket.end(
    `HTTP/1.1 405 Method Not Allowed\r\nallow: ${ALLOW}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  )
}

/** Refuses a protocol upgrade, which Next would leave without an answer. */
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
 * Passes a request to the pages. When a form fails before any of our code runs, it could not be read, and the answer
 * is 400. A page that shows when to come back is answered with 429 and the same time in Retry-After.
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
