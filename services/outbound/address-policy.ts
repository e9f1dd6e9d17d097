import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { sourceUrl } from '@/text/sources'
import { ImportProblem } from '@/importing/incoming'

/** Names that only a network of one's own answers to: RFC 6761, RFC 6762, RFC 8375, and those in common use. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa)$/
/** Answers the metadata requests of a large host's machines, at an address that is public elsewhere. */
const HOSTS_OWN = new Set(['168.63.129.16'])
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
const FIRST_FREE_PORT = 1024

/** Whether an IP address is one of the public network, also when another is written inside it. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || HOSTS_OWN.has(parsed.toString())) return false
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_IPV6) : true
}

/** Whether a host, as `hostOf` writes it, can be of the public network, as far as its writing tells. */
export function isPublicHost(host: string): boolean {
  if (isIP(host) !== 0) return isPublic(host)
  return host.includes('.') && !PRIVATE_NAME.test(host)
}

/** The host of an address as the network knows it: an IPv6 address without brackets, a name without a last dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/**
 * An address that may be asked for, as far as its writing tells; what its name stands for is checked apart.
 * @throws ImportProblem `address` for what is none, `address_refused` for one that is not to be asked
 */
export function allowedUrl(address: string, allowPrivate: boolean): URL {
  const found = sourceUrl(address)
  if (!found.ok) throw new ImportProblem(isForbidden(address, found.code) ? 'address_refused' : 'address')
  const url = new URL(found.url)
  url.hash = ''
  if (!allowPrivate && !isAskable(url)) throw new ImportProblem('address_refused')
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
