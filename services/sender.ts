import ipaddr from 'ipaddr.js'

/** Written by the server itself over whatever a request brings; see `scripts/listen.ts`. */
export const SENDER_HEADER = 'x-factdesk-sender'

type Address = ipaddr.IPv4 | ipaddr.IPv6

function read(written: string | undefined): Address | null {
  const address = written?.trim() ?? ''
  return ipaddr.isValid(address) ? ipaddr.process(address) : null
}

/** One of the newsroom's own network, where its proxies stand. */
const isOwn = (address: Address) =>
  ['loopback', 'private', 'linkLocal', 'uniqueLocal'].includes(address.range())

/** A household has a whole network of IPv6 addresses: its first 64 bits name it. */
const nameOf = (address: Address) =>
  address instanceof ipaddr.IPv6 ? `${address.toByteArray().slice(0, 8).join('.')}/64` : address.toString()

/**
 * Who sends a request, for limits: the address of the connection or, where that is of the newsroom's own network, the
 * last one outside it that the proxies there wrote down. What a sender writes into that header counts for nothing.
 * @param peer the address of the connection
 * @param forwarded the header X-Forwarded-For
 */
export function senderOf(peer: string | undefined, forwarded: string | undefined): string {
  const near = read(peer)
  if (!near) return 'unknown'
  const passed = (forwarded ?? '').slice(-2_000).split(',').map(read)
  for (let at = passed.length - 1, last = near; isOwn(last); at -= 1) {
    const before = passed[at]
    if (!before) return nameOf(last)
    if (!isOwn(before)) return nameOf(before)
    last = before
  }
  return nameOf(near)
}
