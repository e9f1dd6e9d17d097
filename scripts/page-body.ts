import { once } from 'node:events'
import { IncomingMessage, type ServerResponse } from 'node:http'
import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises'
import type { ErrorKey } from '@/domain/errors'
import { JSON_NAME_MAX, jsonExcess, type JsonBounds, type JsonExcess } from '@/text/json-bounds'
import { SMALL_BODY, type BodyBounds } from '@/services/bodies/bounds'
import { bodyGate, GATE_RETRY, GateBusy, type Slot } from '@/services/bodies/gate'
import { partsOf } from '@/services/bodies/multipart'
import { BodyTooSlow, readLimited } from '@/services/bodies/read-limited'
import type { Refusal } from './head'
import { boundsOf } from './page-bounds'
import { refuse } from './refuse'

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.key)
  }
}

const refused = (status: number, key: ErrorKey, params?: Refusal['params'], headers?: Refusal['headers']) =>
  new Refused({ status, key, params, headers })

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const most = (excess: JsonExcess, { depth, values }: JsonBounds) =>
  ({ jsonTooDeep: depth, jsonTooMany: values, jsonLongName: JSON_NAME_MAX })[excess]

/** @throws Refused for JSON that is expensive to parse, by itself or in a form field */
async function lookThrough(bytes: Uint8Array<ArrayBuffer>, type: string, bounds: JsonBounds): Promise<void> {
  const isForm = /^multipart\/form-data\s*;/i.test(type)
  const parts = isForm ? await partsOf(bytes, type) : [{ fileName: null, bytes }]
  if (!parts) throw refused(400, 'malformedForm')
  for (const { fileName, bytes: part } of parts) {
    await breathe()
    const excess = fileName === null ? jsonExcess(latin1(part), bounds) : null
    if (excess) throw refused(413, excess, { max: most(excess, bounds) })
  }
}

async function read(request: IncomingMessage, bounds: BodyBounds, slot: Slot | null) {
  const { headers } = request
  if ((headers['content-encoding']?.trim().toLowerCase() ?? 'identity') !== 'identity')
    throw refused(415, 'packedBody')
  const says = headers['content-length'] === undefined ? undefined : Number(headers['content-length'])
  // Leaving the iterator early would end the connection, and the answer with it.
  const pieces = { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) }
  const bytes = await readLimited(pieces, bounds.bytes, {
    says,
    ...(slot && { isOverdue: slot.isOverdue }),
  })
  if (!bytes) throw refused(413, 'bodyTooLarge', { max: bounds.bytes })
  await lookThrough(bytes, headers['content-type'] ?? '', bounds)
  return bytes
}

/** The same request, with a body that is already read. */
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
  // The length is known by now, and the body is one piece.
  copy.headers = { ...headers, 'content-length': String(body.byteLength) }
  delete copy.headers['transfer-encoding']
  copy.push(body)
  copy.push(null)
  return copy
}

/** The arguments of an action whose body is not read; the action first checks who calls it and says so. */
const NO_ARGUMENTS = Buffer.from('[]')

function withoutBody(request: IncomingMessage): IncomingMessage {
  const copy = withBody(request, NO_ARGUMENTS)
  copy.headers['content-type'] = 'text/plain;charset=UTF-8'
  return copy
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal
  if (error instanceof BodyTooSlow) return { status: 408, key: 'bodyTooSlow' }
  if (!(error instanceof GateBusy)) return null
  const headers = { 'retry-after': String(GATE_RETRY) }
  return { status: 503, key: 'bodiesBusy', params: { seconds: GATE_RETRY }, headers }
}

const PASS_MS = 3_000

/**
 * Discards the rest of a body. Otherwise a client that is still sending would lose the connection, and the answer
 * with it.
 */
async function letPass(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return
  request.resume()
  await Promise.race([once(request, 'close'), once(request, 'end'), pause(PASS_MS)]).catch(() => undefined)
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Reads the body of a page request before Next sees a byte of it. It refuses a body over the limit of its kind, and one
 * that is expensive to parse. A long body keeps its slot in the gate until it is answered.
 * @returns the request to pass on, or null when it was answered here
 */
export async function readPageBody(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<IncomingMessage | null> {
  if (!hasBody(request)) return request
  try {
    const bounds = await boundsOf(request)
    if (bounds === 'ended') {
      await letPass(request)
      return withoutBody(request)
    }
    const slot = bounds.bytes > SMALL_BODY ? await bodyGate().enter() : null
    if (slot) response.once('close', slot.leave)
    if (slot && response.closed) slot.leave()
    return withBody(request, await read(request, bounds, slot))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    await letPass(request)
    refuse(request, response, refusal)
    return null
  }
}
