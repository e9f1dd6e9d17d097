import fc from 'fast-check'
import { expect, it } from 'vitest'
import { senderOf } from './sender'

it.each<[string, string | undefined, string | undefined, number, string]>([
  ['a connection, where no proxy is told of', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
  ['the same from this machine', '127.0.0.1', '198.51.100.1', 0, '127.0.0.1'],
  ['the same from the newsroom', '10.0.0.9', '198.51.100.1', 0, '10.0.0.9'],
  ['one proxy', '127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['one proxy outside the newsroom', '203.0.113.7', '198.51.100.1', 1, '198.51.100.1'],
  ['one proxy, by IPv6', '::1', '198.51.100.1', 1, '198.51.100.1'],
  ['an IPv4 address written as IPv6', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['two proxies', '127.0.0.1', '198.51.100.1, 10.0.0.4', 2, '198.51.100.1'],
  ['what the sender wrote before one proxy', '127.0.0.1', '192.0.2.9, 198.51.100.1', 1, '198.51.100.1'],
  ['what the sender wrote before two', '127.0.0.1', '192.0.2.9, 198.51.100.1,10.0.0.4', 2, '198.51.100.1'],
  ['somebody in the newsroom', '127.0.0.1', '10.0.0.9', 1, '10.0.0.9'],
  ['fewer proxies than told of', '127.0.0.1', '198.51.100.1', 2, '198.51.100.1'],
  ['no header', '127.0.0.1', undefined, 1, '127.0.0.1'],
  ['words that are no address', '127.0.0.1', '198.51.100.1, x', 1, '127.0.0.1'],
  ['words behind an address', '127.0.0.1', 'x, 198.51.100.1', 2, '198.51.100.1'],
  ['a port', '127.0.0.1', '198.51.100.1:52011', 1, '198.51.100.1'],
  ['a port by IPv6', '127.0.0.1', '[2001:db8:1:2::9]:443', 1, '32.1.13.184.0.1.0.2/64'],
  ['a number that some take for an address', '127.0.0.1', '3325256705', 1, '127.0.0.1'],
  ['nothing known', undefined, '198.51.100.1', 1, 'unknown'],
])('recognises the sender by %s', (_what, peer, forwarded, proxies, sender) => {
  expect(senderOf(peer, forwarded, proxies)).toBe(sender)
})

it('never believes what stands before the proxies’ own entries', () => {
  const address = fc.ipV4()
  const junk = fc.oneof(address, fc.ipV6(), fc.string(), fc.constant(''))
  fc.assert(
    fc.property(
      fc.array(junk, { maxLength: 200 }),
      fc.array(address, { minLength: 1, maxLength: 4 }),
      (forged, proxied) => {
        const [sender = ''] = proxied
        const header = [...forged, ...proxied].join(', ')
        expect(senderOf('127.0.0.1', header, proxied.length)).toBe(sender)
      },
    ),
    { seed: 20261129 },
  )
})

it('counts the addresses of one IPv6 network as one sender', () => {
  const one = senderOf('2001:db8:1:2::1', undefined, 0)
  expect(senderOf('2001:db8:1:2:ffff::9', undefined, 0)).toBe(one)
  expect(senderOf('2001:db8:1:3::1', undefined, 0)).not.toBe(one)
})
