import { once } from 'node:events'
import { IncomingMessage, type ServerResponse } from 'node:http'
import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises'
import { jsonExcess } from '@/domain/text/json-bounds'
import { bodyGate, GATE_RETRY, GateBusy, isLarge, SMALL_BODY, type Place } from '@/services/bodies/gate'
import { partsOf } from '@/services/bodies/multipart'
import { BodyTooSlow, readLimited } from '@/services/bodies/read-limited'
import { preferredLocale } from '@/services/locale'
import { messagesOf } from '@/services/messages'
import { hasSession } from './has-session'

/** What a page's body may be. `gated`: a long one, of which few are in memory at once. */
type Bounds = { bytes: number; gated: boolean }

/** In bytes, for signing in and out. */
const SIGN_IN: Bounds = { bytes: 16 * 1024, gated: false }
/** In bytes, for the forms that strangers may send. */
const OPEN: Bounds = { bytes: SMALL_BODY, gated: false }
/** In bytes: one record, or markup to be checked, however its letters are written. */
const RECORD: Bounds = { bytes: 3 * 1024 * 1024, gated: true }
/** In bytes: a text, or a list of claims. It is what `next.config.js` lets an action bring. */
const TEXT: Bounds = { bytes: 8 * 1024 * 1024, gated: true }
/** In bytes: a file with what stands around it in a form. */
const FILE: Bounds = { bytes: 20 * 1024 * 1024 + SMALL_BODY, gated: true }

/** Of the JSON that an action's arguments are written in. */
const ARGUMENTS = { depth: 32, values: 250_000 }

async function boundsOf(request: IncomingMessage): Promise<Bounds> {
  const path = request.url?.split('?', 1)[0] ?? ''
  if (path.startsWith('/api/')) return SIGN_IN
  if (!isLarge(lengthOf(request)) || !(await hasSession(request))) return OPEN
  if (path === '/articles/new/read') return FILE
  return path.startsWith('/articles') ? TEXT : RECORD
}

const lengthOf = ({ headers }: IncomingMessage) => ({
  length: headers['content-length'],
  encoding: headers['transfer-encoding'],
})

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Whether a body can be given to Next without it being dear to take apart. */
async function isPlain(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return jsonExcess(latin1(bytes), ARGUMENTS) === null
  const parts = await partsOf(bytes, contentType)
  return (
    parts?.every(
      ({ fileName, bytes: part }) => fileName !== null || jsonExcess(latin1(part), ARGUMENTS) === null,
    ) ?? false
  )
}

/** The same request with a body that was read already. */
function withBody(request: IncomingMessage, body: Uint8Array): IncomingMessage {
  const copy = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(copy, {
    method,
    url,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  })
  // The length is known by now, and the body is in one piece.
  copy.headers = { ...headers, 'content-length': String(body.byteLength) }
  delete copy.headers['transfer-encoding']
  copy.push(body)
  copy.push(null)
  return copy
}

type Refusal = { status: number; key: string; params?: Record<string, string | number> }

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.key)
  }
}

function say({ key, params = {} }: Refusal, request: IncomingMessage): string {
  const errors: Record<string, string> = messagesOf(
    preferredLocale(request.headers['accept-language']),
  ).errors
  return (errors[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

async function read(request: IncomingMessage, { bytes: max }: Bounds, place: Place | null) {
  const { headers } = request
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Refused({ status: 415, key: 'packedBody' })
  const says = headers['content-length'] === undefined ? undefined : Number(headers['content-length'])
  // An iterator that is left would end the connection, and the answer with it.
  const pieces = { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) }
  const bytes = await readLimited(pieces, max, { says, ...(place && { isOverdue: place.isOverdue }) })
  if (!bytes) throw new Refused({ status: 413, key: 'bodyTooLarge', params: { max } })
  await breathe()
  if (!(await isPlain(bytes, headers['content-type'] ?? '')))
    throw new Refused({ status: 413, key: 'jsonTooMany', params: { max: ARGUMENTS.values } })
  return bytes
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal
  if (error instanceof BodyTooSlow) return { status: 408, key: 'bodyTooSlow' }
  if (error instanceof GateBusy) return { status: 503, key: 'bodiesBusy', params: { seconds: GATE_RETRY } }
  return null
}

const DRAIN_MS = 3_000

/** Lets the rest of a body pass, unread: who still sends would otherwise lose the connection, and the answer with it. */
async function drained(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return
  request.resume()
  await Promise.race([once(request, 'close'), once(request, 'end'), pause(DRAIN_MS)]).catch(() => undefined)
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Reads the body of a request for a page before Next sees a byte of it: no longer than its kind may be, and nothing that
 * would be dear to take apart. A long one keeps its place in the gate until it is answered.
 * @returns the request to hand on, or null when it was answered here
 */
export async function throughDoor(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<IncomingMessage | null> {
  if (!hasBody(request)) return request
  try {
    const bounds = await boundsOf(request)
    const place = bounds.gated ? await bodyGate().enter() : null
    if (place) response.once('close', place.leave)
    if (place && response.closed) place.leave()
    return withBody(request, await read(request, bounds, place))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    await drained(request)
    response.writeHead(refusal.status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...(refusal.status === 503 && { 'retry-after': String(GATE_RETRY) }),
    })
    response.end(`${say(refusal, request)}\n`)
    return null
  }
}
