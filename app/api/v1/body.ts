import { setImmediate as breathe } from 'node:timers/promises'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { JSON_NAME_MAX, jsonExcess, type JsonBounds, type JsonExcess } from '@/text/json-bounds'
import { BODIES, type BodyBounds } from '@/services/bodies/bounds'
import { bodyGate, GATE_RETRY, GateBusy, isLarge } from '@/services/bodies/gate'
import { BodyTooSlow, readLimited } from '@/services/bodies/read-limited'
import type { ApiEnv } from './env'
import { RequestError } from './problem'

/** Addresses whose bodies may be longer than one record. */
const LONG: [address: RegExp, bounds: BodyBounds][] = [
  [/^\/api\/v1\/articles$/, BODIES.text],
  [/^\/api\/v1\/articles\/[^/]+\/revisions$/, BODIES.text],
  [/^\/api\/v1\/articles\/[^/]+\/claims\/import$/, BODIES.text],
  [/^\/api\/v1\/claim-review\/validate$/, BODIES.markup],
]

/** The size limits for JSON at an address. */
export const boundsOf = (path: string): BodyBounds =>
  LONG.find(([address]) => address.test(path))?.[1] ?? BODIES.record

const tooLarge = (max: number) => new RequestError(413, 'too_large', 'bodyTooLarge', { params: { max } })

/**
 * Reads the whole body of a request, up to `max` bytes.
 * @throws RequestError 408, 413, or 415 for a compressed body
 */
export async function bytesOf(c: Context, max: number, isOverdue?: () => boolean) {
  const packed = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (packed !== 'identity') throw new RequestError(415, 'unsupported_media_type', 'packedBody')
  const length = c.req.header('content-length')
  try {
    const says = length === undefined ? undefined : Number(length)
    const bytes = await readLimited(c.req.raw.body, max, { says, isOverdue })
    if (bytes) return bytes
  } catch (error) {
    if (error instanceof BodyTooSlow) throw new RequestError(408, 'too_slow', 'bodyTooSlow')
    throw error
  }
  throw tooLarge(max)
}

/**
 * Runs `work`. A request with a large body first waits for a free slot, so that only a few such bodies are in memory
 * at once.
 * @throws RequestError 503 with Retry-After if too many requests wait
 */
export async function throughGate<T>(
  c: Context,
  work: (isOverdue: (() => boolean) | undefined) => Promise<T>,
): Promise<T> {
  const length = c.req.header('content-length')
  if (!isLarge({ length, encoding: c.req.header('transfer-encoding') })) return work(undefined)
  const slot = await bodyGate()
    .enter()
    .catch((error: unknown) => {
      if (!(error instanceof GateBusy)) throw error
      const headers = { 'retry-after': `${GATE_RETRY}` }
      throw new RequestError(503, 'busy', 'bodiesBusy', { params: { seconds: GATE_RETRY }, headers })
    })
  try {
    return await work(slot.isOverdue)
  } finally {
    slot.leave()
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const most = (excess: JsonExcess, { depth, values }: JsonBounds) =>
  ({ jsonTooDeep: depth, jsonTooMany: values, jsonLongName: JSON_NAME_MAX })[excess]

/** @throws RequestError 400 for bytes that are not UTF-8, 413 if the JSON exceeds its limits */
export async function boundedText(bytes: Uint8Array, bounds: JsonBounds): Promise<string> {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    // A tolerant decoder would silently put replacement characters into the text.
    throw new RequestError(400, 'malformed', 'malformedJson')
  }
  // Each step takes a while on a long text, so other requests get a turn in between.
  await breathe()
  const excess = jsonExcess(text, bounds)
  await breathe()
  if (excess) throw new RequestError(413, 'too_large', excess, { params: { max: most(excess, bounds) } })
  return text
}

/** Reads the JSON of a request within the limits of its address, before anything validates it. */
export const readBody = createMiddleware<ApiEnv>(async (c, next) => {
  if (!c.req.raw.body) return next()
  const bounds = boundsOf(c.req.path)
  if (Number(c.req.header('content-length') ?? 0) > bounds.bytes) throw tooLarge(bounds.bytes)
  await throughGate(c, async (isOverdue) => {
    const text = await boundedText(await bytesOf(c, bounds.bytes, isOverdue), bounds)
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) })
    await next()
  })
})
