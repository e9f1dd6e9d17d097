import { setMaxListeners } from 'node:events'
import type { Agent, IncomingMessage } from 'node:http'
import { allowedUrl, hostOf } from '@/services/outbound/address-policy'
import { charsetOfType } from './charset'
import { ask, readBody } from '@/services/outbound/download'
import type { Fetched } from './fetched'
import { ImportProblem } from './incoming'
import { allowedAddresses, type ReachOptions, timeOver } from '@/services/outbound/reach'

const MAX_BYTES = 10_000_000
const MAX_MILLISECONDS = 20_000
const MAX_REDIRECTS = 10
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const TYPES = new Set(['text/html', 'application/xhtml+xml', 'text/plain'])

export type AddressOptions = ReachOptions & {
  agent?: Agent
  /** For everything together, name and redirects too. */
  milliseconds?: number
}

/**
 * What stands at a web address, asked for without cookies or names, at public addresses alone unless allowed.
 * @throws ImportProblem `address`, `address_refused` (the same for all, so that nobody learns what is there),
 * `unreachable`, `timeout`, `too_large`, `not_text` for another content type, `damaged`, `unsupported`
 */
export async function fetchAddress(address: string, options: AddressOptions): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.milliseconds ?? MAX_MILLISECONDS)
  setMaxListeners(MAX_REDIRECTS * 2, signal)
  const over = timeOver(signal)
  try {
    let url = allowedUrl(address, options.allowPrivate)
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const addresses = await Promise.race([allowedAddresses(hostOf(url), options), over])
      const response = await ask(url, addresses, { signal, agent: options.agent })
      const next = redirectOf(response, url)
      if (next === null) return await taken(response, url, signal)
      response.destroy()
      url = allowedUrl(next, options.allowPrivate)
    }
    throw new ImportProblem('unreachable', { redirects: MAX_REDIRECTS })
  } catch (error) {
    if (error instanceof ImportProblem) throw error
    if (signal.aborted) throw new ImportProblem('timeout')
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new ImportProblem(/^(?:Z_|ERR_(?:_ERROR_|BROTLI))/.test(code) ? 'damaged' : 'unreachable')
  }
}

function redirectOf(response: IncomingMessage, from: URL): string | null {
  if (!REDIRECTS.has(response.statusCode ?? 0) || response.headers.location === undefined) return null
  // Headers come as Latin-1; many servers write the letters of an address as UTF-8.
  const location = Buffer.from(response.headers.location, 'latin1').toString('utf8')
  if (!URL.canParse(location, from)) throw new ImportProblem('address_refused')
  return new URL(location, from).href
}

async function taken(response: IncomingMessage, url: URL, signal: AbortSignal): Promise<Fetched> {
  try {
    if (response.statusCode !== 200)
      throw new ImportProblem('unreachable', { status: response.statusCode ?? 0 })
    const written = response.headers['content-type'] ?? ''
    const contentType = (written.split(';', 1)[0] ?? '').trim().toLowerCase()
    if (!TYPES.has(contentType)) throw new ImportProblem('not_text', { type: contentType })
    const bytes = await readBody(response, MAX_BYTES, signal)
    return { bytes, contentType, charset: charsetOfType(written), finalAddress: url.href }
  } finally {
    response.destroy()
  }
}
