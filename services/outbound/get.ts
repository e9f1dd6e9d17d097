import { setMaxListeners } from 'node:events'
import type { Agent, IncomingMessage } from 'node:http'
import { hostOf } from '@/text/public-address'
import { allowedUrl } from './address-policy'
import { ask, readBody } from './download'
import { allowedAddresses, type ReachOptions, timeOver } from './reach'
import { OutboundRefusal } from './refusal'

const MAX_BYTES = 10_000_000
const MAX_MILLISECONDS = 20_000
const MAX_REDIRECTS = 10
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export type GetOptions = ReachOptions & {
  agent?: Agent
  /** For the whole request, including name resolution and redirects. */
  milliseconds?: number
}

export type Got = {
  bytes: Uint8Array
  /** Media type without parameters, in lower case. */
  contentType: string
  /** The media type exactly as in the header. */
  writtenType: string
  finalAddress: string
}

/**
 * Fetches a web address without cookies or credentials, and only from public addresses unless private ones are
 * allowed.
 * @param types the accepted content types
 * @throws OutboundRefusal
 */
export async function getAddress(
  address: string,
  types: ReadonlySet<string>,
  options: GetOptions,
): Promise<Got> {
  const signal = AbortSignal.timeout(options.milliseconds ?? MAX_MILLISECONDS)
  setMaxListeners(MAX_REDIRECTS * 2, signal)
  const over = timeOver(signal)
  try {
    let url = allowedUrl(address, options.allowPrivate)
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const addresses = await Promise.race([allowedAddresses(hostOf(url), options), over])
      const response = await ask(url, addresses, { signal, agent: options.agent })
      const next = redirectOf(response, url)
      if (next === null) return await taken(response, url, types, signal)
      response.destroy()
      url = allowedUrl(next, options.allowPrivate)
    }
    throw new OutboundRefusal('unreachable', { redirects: MAX_REDIRECTS })
  } catch (error) {
    if (error instanceof OutboundRefusal) throw error
    if (signal.aborted) throw new OutboundRefusal('timeout')
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new OutboundRefusal(/^(?:Z_|ERR_(?:_ERROR_|BROTLI))/.test(code) ? 'damaged' : 'unreachable')
  }
}

function redirectOf(response: IncomingMessage, from: URL): string | null {
  if (!REDIRECTS.has(response.statusCode ?? 0) || response.headers.location === undefined) return null
  // Headers arrive as Latin-1, but many servers write addresses in UTF-8.
  const location = Buffer.from(response.headers.location, 'latin1').toString('utf8')
  if (!URL.canParse(location, from)) throw new OutboundRefusal('address_refused')
  return new URL(location, from).href
}

async function taken(
  response: IncomingMessage,
  url: URL,
  types: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Got> {
  try {
    if (response.statusCode !== 200)
      throw new OutboundRefusal('unreachable', { status: response.statusCode ?? 0 })
    const writtenType = response.headers['content-type'] ?? ''
    const contentType = (writtenType.split(';', 1)[0] ?? '').trim().toLowerCase()
    if (!types.has(contentType)) throw new OutboundRefusal('wrong_type', { type: contentType })
    const bytes = await readBody(response, MAX_BYTES, signal)
    return { bytes, contentType, writtenType, finalAddress: url.href }
  } finally {
    response.destroy()
  }
}
