import http from 'node:http'
import https from 'node:https'
import { type LookupFunction, isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { OutboundRefusal } from './refusal'

type Headers = Record<string, string>

const HEADERS: Headers = {
  accept: 'text/html, application/xhtml+xml, text/plain;q=0.8',
  'accept-encoding': 'gzip, br',
  'user-agent': 'Factdesk (article import)',
}

/**
 * Requests an address once, follows no redirect and sends nothing of the user's; with `post`, sends that. The
 * connection goes to one of `addresses`, whatever the host name resolves to by then.
 */
export function ask(
  url: URL,
  addresses: readonly string[],
  options: { signal: AbortSignal; agent?: http.Agent; post?: { headers: Headers; body: string } },
): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    request(url, {
      agent: options.agent ?? false,
      method: options.post ? 'POST' : 'GET',
      headers: options.post?.headers ?? HEADERS,
      lookup: onlyTo(addresses),
      signal: options.signal,
    })
      .on('response', resolve)
      .on('error', reject)
      .end(options.post?.body)
  })
}

function onlyTo(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }))
  return (host, options, callback) => {
    const [first] = known
    if (!first) callback(new Error(`no address of ${host} was checked`), '')
    else if (options.all) callback(null, known)
    else callback(null, first.address, first.family)
  }
}

/**
 * Reads and unpacks the body, up to `max` bytes packed or unpacked.
 * @throws OutboundRefusal `too_large`, `damaged` when it cannot be unpacked, `unsupported` for an unknown encoding
 */
export async function readBody(
  response: http.IncomingMessage,
  max: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > max) throw new OutboundRefusal('too_large')
  const chunks: Buffer[] = []
  const keep = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk)
  }
  const unpack = unpacker(response.headers['content-encoding'])
  if (unpack) await pipeline(response, upTo(max), unpack, upTo(max), keep, { signal })
  else await pipeline(response, upTo(max), keep, { signal })
  return Buffer.concat(chunks)
}

function upTo(max: number) {
  return async function* (source: Readable | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > max) throw new OutboundRefusal('too_large')
      yield chunk
    }
  }
}

function unpacker(packing: string | undefined) {
  switch ((packing ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new OutboundRefusal('unsupported', { packing: packing ?? '' })
  }
}
