import { hostOf, isPublicHost } from '@/text/public-address'
import { sourceUrl } from '@/text/sources'
import { OutboundRefusal } from './refusal'

const FIRST_FREE_PORT = 1024

/**
 * An address that may be asked for, as far as its writing tells; what its name stands for is checked apart.
 * @throws OutboundRefusal `address` for what is none, `address_refused` for one that is not to be asked
 */
export function allowedUrl(address: string, allowPrivate: boolean): URL {
  const found = sourceUrl(address)
  if (!found.ok) throw new OutboundRefusal(isForbidden(address, found.code) ? 'address_refused' : 'address')
  const url = new URL(found.url)
  url.hash = ''
  if (!allowPrivate && !isAskable(url)) throw new OutboundRefusal('address_refused')
  return url
}

/** Of another scheme, or with a name or password in it. */
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
