import ipaddr from 'ipaddr.js'

/** The server writes this header itself, over any value in the request; see `scripts/listen.ts`. */
export const SENDER_HEADER = 'x-factdesk-sender'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** How much of a header is read; the addresses that count stand at its end. */
const LONGEST_READ = 2_000

/** Some proxies write a port after the address: 192.0.2.1:443, [2001:db8::1]:443. */
const withoutPort = (written: string) =>
  written.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')

function read(written: string | undefined): Address | null {
  const address = withoutPort(written?.trim() ?? '')
  return ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
    ? ipaddr.process(address)
    : null
}

/** A household has a whole network of IPv6 addresses, so its first 64 bits name it. */
const nameOf = (address: Address) =>
  address instanceof ipaddr.IPv6 ? `${address.toByteArray().slice(0, 8).join('.')}/64` : address.toString()

/**
 * The sender of a request, for limits: the address of the connection or, behind proxies, the address that the
 * outermost proxy recorded. Each proxy appends the address it saw. So the desk believes as many addresses as there
 * are proxies, counted from the end of the header, and ignores what a sender wrote before them. When one address is
 * unreadable, the last readable one counts.
 * @param peer the address of the connection
 * @param forwarded the header X-Forwarded-For
 * @param trustedProxies how many proxies stand in front
 */
export function senderOf(
  peer: string | undefined,
  forwarded: string | undefined,
  trustedProxies: number,
): string {
  let sender = read(peer)
  if (!sender) return 'unknown'
  const passed = forwarded ? forwarded.slice(-LONGEST_READ).split(',').reverse() : []
  for (const written of passed.slice(0, trustedProxies)) {
    const before = read(written)
    if (!before) break
    sender = before
  }
  return nameOf(sender)
}
