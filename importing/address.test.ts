import http from 'node:http'
import { type AddressInfo, type LookupFunction, type Socket, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { fetchAddress } from './address'
import { readFetched } from './fetched'
import { allowedUrl } from '@/services/outbound/address-policy'
import type { GetOptions } from '@/services/outbound/get'
import { isPublic } from '@/text/public-address'
import { ImportProblem } from './incoming'

const cases = loadCase<{ block: string[]; allow: string[] }>('C65_ssrf_urls')
const PUBLIC = '93.184.216.34'

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void
let answer: Answer
let asked: http.IncomingMessage[] = []
const open = new Set<Socket>()
const server = http.createServer((request, response) => {
  asked.push(request)
  answer(request, response)
})
server.on('connection', (socket) => {
  open.add(socket)
  socket.on('close', () => open.delete(socket))
})
let port = 0
const own = (path: string) => `http://127.0.0.1:${port}${path}`

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  for (const socket of open) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(() => {
  asked = []
  answer = page('<p>hello</p>')
})

const page =
  (body: string | Buffer, headers: http.OutgoingHttpHeaders = { 'content-type': 'text/html' }): Answer =>
  (_request, response) =>
    response.writeHead(200, headers).end(body)
const redirect =
  (location: string, status = 302): Answer =>
  (_request, response) =>
    response.writeHead(status, { location }).end()

/** Stands in for the public network: records where a connection would go and sends it to the test's own server. */
class PublicNetwork extends http.Agent {
  readonly connected: string[] = []
  override createConnection(
    options: http.ClientRequestArgs,
    done?: (error: Error | null, to: Socket) => void,
  ) {
    const lookup = options.lookup as LookupFunction
    lookup(String(options.host), { all: true }, (_error, addresses) => {
      for (const known of Array.isArray(addresses) ? addresses : []) this.connected.push(known.address)
      done?.(null, connect(port, '127.0.0.1'))
    })
    return undefined as never
  }
}

const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error: unknown) => (error instanceof ImportProblem ? error.code : error),
  )
const seenFrom = (network: PublicNetwork, resolve = async (_host: string) => [PUBLIC]): GetOptions => ({
  allowPrivate: false,
  resolve,
  agent: network,
})
const here: GetOptions = { allowPrivate: true }

describe('refused addresses', () => {
  test.each(cases.block)('%s', async (address) => {
    const resolve = async () => {
      throw new Error('no name may be looked up')
    }
    await expect(fetchAddress(address, { allowPrivate: false, resolve })).rejects.toEqual(
      new ImportProblem('address_refused'),
    )
  })

  test.each([
    'http://user@example.org/',
    'https://:secret@example.org/a',
    'http://example.org:22/',
    'http://example.org:5/',
    'http://[::127.0.0.1]/',
    'http://[fec0::1]/',
    'http://168.63.129.16/metadata',
    'http://printer.local/',
    'javascript:alert(1)',
  ])('%s', async (address) => {
    expect(await codeOf(fetchAddress(address, seenFrom(new PublicNetwork())))).toBe('address_refused')
  })

  test.each(['', 'no address', 'http://', 'https://exa mple.org/'])('%j is no address', async (address) => {
    expect(await codeOf(fetchAddress(address, here))).toBe('address')
  })

  test('no request was sent to any of them', () => expect(asked).toEqual([]))
})

describe('accepted addresses', () => {
  test.each(cases.allow.map((address) => address.replace(/ \(.*\)$/, '')))('%s', (address) => {
    expect(allowedUrl(address, false).href).toBe(new URL(address).href)
    expect(isPublic('172.32.0.1')).toBe(true)
  })

  test('a public one gives its bytes, type, charset and final address', async () => {
    const network = new PublicNetwork()
    answer = page('<p>hello</p>', { 'content-type': 'Text/HTML; charset="windows-1256"' })
    expect(await fetchAddress('http://example.org/مقال#top', seenFrom(network))).toEqual({
      bytes: Buffer.from('<p>hello</p>'),
      contentType: 'text/html',
      charset: 'windows-1256',
      finalAddress: 'http://example.org/%D9%85%D9%82%D8%A7%D9%84',
    })
    expect(network.connected).toEqual([PUBLIC])
    expect(asked[0]?.headers.host).toBe('example.org')
  })

  test('a request sends nothing of the user’s', async () => {
    await fetchAddress(own('/a'), here)
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  test('a private network is reached only when the desk allows it, and then by http alone', async () => {
    expect(await codeOf(fetchAddress(own('/a'), { allowPrivate: false }))).toBe('address_refused')
    expect(await codeOf(fetchAddress(own('/a'), here))).toBe('read')
    expect(await codeOf(fetchAddress('file:///etc/passwd', here))).toBe('address_refused')
    expect(await codeOf(fetchAddress('http://me@localhost/', here))).toBe('address_refused')
  })
})

describe('name resolution', () => {
  test.each([
    ['loopback', ['127.0.0.1']],
    ['one public, one not', [PUBLIC, '::1']],
    ['IPv4 inside IPv6', ['::ffff:10.0.0.1']],
    ['a link-local address with its zone', ['fe80::1%eth0']],
    ['no address at all', ['nonsense']],
  ])('%s is refused', async (_name, answers) => {
    const network = new PublicNetwork()
    const options = seenFrom(network, async () => answers)
    expect(await codeOf(fetchAddress('http://example.org/', options))).toBe('address_refused')
    expect(network.connected).toEqual([])
  })

  test('the connection goes to the checked address without a second look-up', async () => {
    const network = new PublicNetwork()
    const answers = [[PUBLIC, '2606:4700::1'], ['127.0.0.1']]
    const options = seenFrom(network, async () => answers.shift() ?? ['127.0.0.1'])
    await fetchAddress('http://example.org/', options)
    expect(network.connected).toEqual([PUBLIC, '2606:4700::1'])
    expect(answers).toEqual([['127.0.0.1']])
  })

  test('a second look-up for a redirect is checked like the first', async () => {
    const network = new PublicNetwork()
    const answers = [[PUBLIC], ['127.0.0.1']]
    answer = redirect('/again')
    const options = seenFrom(network, async () => answers.shift() ?? [])
    expect(await codeOf(fetchAddress('http://example.org/', options))).toBe('address_refused')
    expect(network.connected).toEqual([PUBLIC])
  })

  test('a name without an address is unreachable', async () => {
    const missing = async () => Promise.reject(new Error('ENOTFOUND'))
    const options = { allowPrivate: false, resolve: missing }
    expect(await codeOf(fetchAddress('http://example.org/', options))).toBe('unreachable')
  })

  test('a real socket goes to the checked address', async () => {
    const options = { allowPrivate: true, resolve: async () => ['127.0.0.1'] }
    const found = await fetchAddress(`http://news.example.org:${port}/a`, options)
    expect(Buffer.from(found.bytes).toString()).toBe('<p>hello</p>')
    expect(asked[0]?.headers.host).toBe(`news.example.org:${port}`)
  })
})

describe('redirects', () => {
  test.each([
    ['http://127.0.0.1:5432/', 302],
    ['//169.254.169.254/', 301],
    ['file:///etc/passwd', 302],
    ['http://[::ffff:7f00:1]/', 307],
    ['http://user:pass@example.org/', 308],
    ['http://app.internal/', 303],
  ])('to %s are refused', async (location, status) => {
    answer = redirect(location, status)
    const code = await codeOf(fetchAddress('http://example.org/r', seenFrom(new PublicNetwork())))
    expect(code).toBe('address_refused')
    expect(asked).toHaveLength(1)
  })

  test('are followed, also relative ones and those with raw UTF-8', async () => {
    const raw = Buffer.from('/خبر').toString('latin1')
    answer = (request, response) =>
      request.url === '/r'
        ? response.writeHead(302, { location: raw }).end()
        : page('<p>b</p>')(request, response)
    const found = await fetchAddress('http://example.org/r', seenFrom(new PublicNetwork()))
    expect(found.finalAddress).toBe('http://example.org/%D8%AE%D8%A8%D8%B1')
  })

  test('are followed up to ten times', async () => {
    answer = (request, response) => {
      const step = Number(request.url?.slice(1))
      if (step === 10) page('<p>end</p>')(request, response)
      else redirect(`/${step + 1}`)(request, response)
    }
    expect((await fetchAddress(own('/0'), here)).finalAddress).toBe(own('/10'))
  })

  test('to the same address end', async () => {
    answer = redirect('/r')
    expect(await codeOf(fetchAddress(own('/r'), here))).toBe('unreachable')
    expect(asked).toHaveLength(11)
  })
})

describe('limits', () => {
  test('an answer that declares too great a length is not read', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 10_000_001 }).write('a')
    }
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('too_large')
  })

  test('a long answer is stopped on the way', async () => {
    let sent = 0
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += 65_536
          if (!response.write(Buffer.alloc(65_536, 97))) return response.once('drain', more)
        }
        return response.end()
      }
      more()
    }
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('too_large')
    expect(sent).toBeLessThan(40_000_000)
  })

  test('a small compressed answer that expands without end is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000))
    expect(bomb.length).toBeLessThan(1_000_000)
    answer = page(bomb, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
    const before = process.memoryUsage().rss
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('too_large')
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  test('a compressed answer is unpacked, and a broken one is damaged', async () => {
    const packed = gzipSync('<p>خبر</p>')
    answer = page(packed, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
    expect(Buffer.from((await fetchAddress(own('/'), here)).bytes).toString()).toBe('<p>خبر</p>')
    answer = page(packed.subarray(0, -4), { 'content-type': 'text/html', 'content-encoding': 'gzip' })
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('damaged')
    answer = page('x', { 'content-type': 'text/html', 'content-encoding': 'compress' })
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('unsupported')
  })

  test.each([
    ['no answer', () => undefined],
    ['an answer drop by drop', drip],
    ['redirects that each take a while', slowRedirect],
  ] satisfies [string, Answer][])('%s ends in time', async (_name, slow) => {
    answer = slow
    // Without a limit these give no answer, or a different one.
    expect(await codeOf(fetchAddress(own('/'), { ...here, milliseconds: 300 }))).toBe('timeout')
  })

  test('a look-up that never ends times out', async () => {
    const options = { allowPrivate: false, resolve: () => new Promise<string[]>(() => undefined) }
    const work = fetchAddress('http://example.org/', { ...options, milliseconds: 100 })
    expect(await codeOf(work)).toBe('timeout')
  })

  test.each(['image/png', 'application/pdf', 'application/json', ''])('type %j is not text', async (type) => {
    answer = page('x', type ? { 'content-type': type } : {})
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('not_text')
  })

  test('server errors, a closed port and a dropped connection are unreachable', async () => {
    answer = (_request, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('x')
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('unreachable')
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 100 }).write('x')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await codeOf(fetchAddress(own('/'), here))).toBe('unreachable')
    expect(await codeOf(fetchAddress('http://127.0.0.1:9/', here))).toBe('unreachable')
  })

  test('no connection is left open', async () => {
    for (const cut of [redirect('/r'), page('x', { 'content-type': 'image/png' })]) {
      answer = cut
      await codeOf(fetchAddress(own('/'), here))
    }
    await expect.poll(() => open.size).toBe(0)
  })
})

function drip(_request: http.IncomingMessage, response: http.ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' })
  const drops = setInterval(() => response.write('x'), 20)
  response.on('close', () => clearInterval(drops))
}

function slowRedirect(_request: http.IncomingMessage, response: http.ServerResponse): void {
  setTimeout(() => response.writeHead(302, { location: '/r' }).end(), 100)
}

describe('the article at an address', () => {
  const sentences = 'قالت الوزارة إن السعر ارتفع في البلاد كلها خلال الشهر الماضي، وفق بيان صدر اليوم. '

  test('is read in the charset of its header, with its canonical address', async () => {
    const table = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
    const html = `<title>خبر</title><link rel=canonical href="/news/1"><article><p>${sentences.repeat(3)}</p></article>`
    const bytes = Buffer.from(Uint8Array.from(html, (letter) => table.indexOf(letter)))
    answer = page(bytes, { 'content-type': 'text/html; charset=windows-1256' })
    expect(
      readFetched(await fetchAddress('http://example.org/r?utm=1', seenFrom(new PublicNetwork()))),
    ).toMatchObject({
      title: 'خبر',
      language: 'ar',
      canonicalUrl: 'http://example.org/news/1',
      text: sentences.repeat(3).trim(),
      encoding: { name: 'windows-1256', guessed: false },
    })
  })

  test('keeps its paragraphs and its address when it is plain text', async () => {
    answer = page('One.\r\n\r\nTwo <b>.', { 'content-type': 'text/plain' })
    expect(
      readFetched(await fetchAddress('http://example.org/a.txt', seenFrom(new PublicNetwork()))),
    ).toMatchObject({
      canonicalUrl: 'http://example.org/a.txt',
      text: 'One.\n\nTwo <b>.',
      blocks: [
        { kind: 'paragraph', start: 0, end: 4 },
        { kind: 'paragraph', start: 6, end: 14 },
      ],
    })
  })

  test('is not invented where there is none', async () => {
    answer = page('<nav><a href=/>Home</a> <a href=/b>News of the day and of all other days</a></nav>')
    expect(await codeOf(fetchAddress(own('/'), here).then((page) => readFetched(page)))).toBe('no_article')
  })
})
