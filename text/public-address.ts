import ipaddr from 'ipaddr.js'

/** Names that only a private network answers to: RFC 6761, RFC 6762, RFC 8375, and those in common use. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa)$/
/** Serves the metadata requests of a large host's machines, at an address that is public elsewhere. */
const HOSTS_OWN = new Set(['168.63.129.16'])
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an IP address is public, including any address embedded in it. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || HOSTS_OWN.has(parsed.toString())) return false
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_IPV6) : true
}

const isIp = (host: string) => ipaddr.IPv6.isValid(host) || ipaddr.IPv4.isValidFourPartDecimal(host)

/** Whether a host, in the form of `hostOf`, may be public, as far as its spelling tells. */
export function isPublicHost(host: string): boolean {
  if (isIp(host)) return isPublic(host)
  return host.includes('.') && !PRIVATE_NAME.test(host)
}

/** The host of an address in network form: an IPv6 address without brackets, a name without a final dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/** An absolute http(s) address that readers everywhere can open, as far as its spelling tells; null for any other. */
export function publicUrl(address: string): URL | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  return isPublicHost(hostOf(url)) && url.username === '' && url.password === '' ? url : null
}
