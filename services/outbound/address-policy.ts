import { hostOf, isPublicHost } from '@/text/public-address'
import { sourceUrl } from '@/text/sources'
import { OutboundRefusal } from './refusal'

const FIRST_FREE_PORT = 1024

/**
 * The URL of an address that the desk may request, as far as its spelling tells; name resolution is checked
 * separately.
 * @throws OutboundRefusal `address` when it is invalid, `address_refused` when it may not be requested
 */
export function allowedUrl(address: string, allowPrivate: boolean): URL {
  const found = sourceUrl(address)
  if (!found.ok) throw new OutboundRefusal(isForbidden(address, found.code) ? 'address_refused' : 'address')
  const url = new URL(found.url)
  url.hash = ''
  if (!allowPrivate && !isAskable(url)) throw new OutboundRefusal('address_refused')
  return url
}

/** Whether it has another scheme, a name or a password. */
function isForbidden(address: string, code: string): boolean {
  if (code === 'scheme') return true
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username !== '' || password !== ''
}

function isAskable(url: URL): boolean {
  const host = hostOf(url)
  if (url.port !== '' && url.port !== '80' && url.port !== '443' && Number(url.port) < FIRST_FREE_PORT)
    return false
  return isPublicHost(host)
}
