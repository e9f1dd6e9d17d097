import type { IncomingMessage } from 'node:http'

/**
 * Whether the headers that tell a request's origin can be parsed. Next parses them and would fail. Browsers send
 * `null` for an opaque origin (RFC 6454).
 */
export function isReadable(request: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  const { origin, host } = request.headers
  if (!host || !URL.canParse(`http://${host}`) || /[/\\?#@]/.test(host)) return false
  if (!request.url || !URL.canParse(request.url, `http://${host}`)) return false
  if (origin === undefined || origin === 'null') return true
  return /^https?:\/\//i.test(origin) && URL.canParse(origin) && new URL(origin).host !== ''
}
