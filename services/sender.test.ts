import { expect, it } from 'vitest'
import { senderOf } from './sender'

it.each<[string, string | undefined, string | undefined, string]>([
  ['a connection from outside, whatever it claims', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['a proxy on the same machine', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['the same by IPv6', '::1', '198.51.100.1', '198.51.100.1'],
  ['an IPv4 address written as IPv6', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
  ['two proxies of the newsroom', '127.0.0.1', '198.51.100.1, 10.0.0.4', '198.51.100.1'],
  ['what the sender wrote before the proxy', '127.0.0.1', '192.0.2.9, 198.51.100.1', '198.51.100.1'],
  ['somebody in the newsroom', '127.0.0.1', '10.0.0.9', '10.0.0.9'],
  ['no proxy', '127.0.0.1', undefined, '127.0.0.1'],
  ['words that are no address', '127.0.0.1', '198.51.100.1, x', '127.0.0.1'],
  ['nothing known', undefined, '198.51.100.1', 'unknown'],
])('knows the sender by %s', (_what, peer, forwarded, sender) => {
  expect(senderOf(peer, forwarded)).toBe(sender)
})

it('counts the addresses of one IPv6 network as one sender', () => {
  const one = senderOf('2001:db8:1:2::1', undefined)
  expect(senderOf('2001:db8:1:2:ffff::9', undefined)).toBe(one)
  expect(senderOf('2001:db8:1:3::1', undefined)).not.toBe(one)
})
