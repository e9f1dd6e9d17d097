import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { shapes } from '@/tests/attacks/malformed/shapes'
import { isDecodable, keepNonceOnce, leaveOutReturnCookie, refusalOf, standAtPublicAddress } from './head'

const PUBLIC = 'https://desk.example.org'
const HOST = '127.0.0.1:3000'

type Headers = Record<string, string | undefined>
type Asked = { url?: string; method?: string; headers?: Headers; publicUrl?: string | null }

const statusOf = ({ url = '/claims', method = 'GET', headers = {}, publicUrl = null }: Asked) =>
  refusalOf({ url, method, headers: { host: HOST, ...headers } }, publicUrl)?.status ?? null
const posted = (headers: Headers, publicUrl: string | null = null) =>
  statusOf({ method: 'POST', headers, publicUrl })

describe('an address', () => {
  it.each([
    '*',
    'http://evil.test/',
    '/corrections/%ff',
    '/corrections/%C0%80',
    '/corrections/%ED%A0%80',
    '/corrections/%E0%80%AF',
    '/corrections/%F8%88%80%80%80',
    '/corrections/%',
    '/corrections/%zz',
    '/corrections/%00',
    '/%E2%82/x',
    '/claims?q=%ff',
    '/claims?%ff=x',
    '/claims?q=%00',
    '/claims?q=%',
    '/api/v1/claims?q=%C1%81',
    '/api/auth/error?error=%00',
    '/corrections/feed.json?after=%ed%bf%bf',
    '/_next/static/%ff',
  ])('%s is refused', (url) => expect(statusOf({ url })).toBe(400))

  it.each([
    '/claims',
    '/claims?q=%D8%B9%D8%B4%D9%82+100%25',
    '/corrections/12?language=ar',
    '/x?a=b%26c#d',
    '/a%2Fb',
  ])('%s is accepted', (url) => expect(statusOf({ url })).toBeNull())
})

describe('a method', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'MKCOL', 'get', 'Post', 'PURGE', 'QUERY', ''])(
    '%j is not allowed',
    (method) => expect(statusOf({ method })).toBe(405),
  )
  it.each(['GET', 'HEAD', 'OPTIONS'])('%s is allowed', (method) => expect(statusOf({ method })).toBeNull())
})

describe('the state of the browser’s router', () => {
  it.each(['', '%', '%7B', 'null', '{}', '"x"', '%ff'])('%j is refused', (state) =>
    expect(statusOf({ headers: { 'next-router-state-tree': state } })).toBe(400),
  )
  it('is accepted', () => {
    const state = encodeURIComponent(JSON.stringify(['', { children: ['claims', {}] }]))
    expect(statusOf({ headers: { 'next-router-state-tree': state } })).toBeNull()
  })
})

describe('a form', () => {
  type Case = { host: string; requests: { origin?: string | null; host?: string; expect: string }[] }
  const { host, requests } = loadCase<Case>('C57_action_origin')
  const sent = requests.filter((one) => one.origin !== undefined && one.origin !== 'http://')

  it.each(sent)('of $origin at $host: $expect', ({ origin, host: given, expect: right }) => {
    const status = posted({ host: given ?? host, origin: origin ?? undefined })
    const taken = origin === 'https://app.test' || origin === 'https://APP.test'
    expect(status).toBe(taken ? null : 403)
    if (right === 'done') expect(status).toBeNull()
  })

  it.each([
    [PUBLIC, null],
    ['HTTPS://Desk.Example.Org', null],
    [`http://${HOST}`, null],
    ['http://desk.example.org', 403],
    ['https://desk.example.org.evil.test', 403],
    ['https://evil.test', 403],
    ['null', 403],
    ['https://desk.example.org:444', 403],
  ])('of %s where PUBLIC_URL is set: %s', (origin, status) => {
    expect(posted({ origin }, PUBLIC)).toBe(status)
    expect(posted({ origin, 'x-forwarded-host': 'evil.test' }, PUBLIC)).toBe(status)
  })

  it.each([
    ['same-origin', null],
    ['same-site', 403],
    ['cross-site', 403],
    ['none', 403],
    [undefined, 403],
  ])('without an origin, from %s: %s', (site, status) => {
    expect(posted({ 'sec-fetch-site': site })).toBe(status)
  })

  it('to the API passes with any origin, and to sign-in without one, because each carries a token', () => {
    expect(
      statusOf({ url: '/api/v1/claims', method: 'POST', headers: { origin: 'https://evil.test' } }),
    ).toBeNull()
    expect(statusOf({ url: '/api/auth/signout', method: 'POST' })).toBeNull()
    expect(
      statusOf({ url: '/api/auth/signout', method: 'POST', headers: { origin: 'https://evil.test' } }),
    ).toBe(403)
    expect(statusOf({ url: '/api/authors', method: 'POST' })).toBe(403)
  })
})

describe('behind a proxy', () => {
  const stood = (headers: Headers, publicUrl: string | null) => {
    standAtPublicAddress(headers, publicUrl)
    return headers
  }

  it('a request carries PUBLIC_URL, whatever the proxy wrote', () => {
    const given = {
      host: '10.0.0.5:3000',
      origin: PUBLIC,
      forwarded: 'host=evil.test',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '81',
    }
    expect(stood(given, PUBLIC)).toEqual({
      host: 'desk.example.org',
      origin: PUBLIC,
      'x-forwarded-host': 'desk.example.org',
      'x-forwarded-proto': 'https',
    })
  })

  it('without PUBLIC_URL the requested host counts', () => {
    expect(stood({ host: 'Desk.test:3000', 'x-forwarded-host': 'evil.test' }, null)).toEqual({
      host: 'desk.test:3000',
      'x-forwarded-host': 'desk.test:3000',
      'x-forwarded-proto': 'http',
    })
  })

  it('a missing or opaque origin stays as it is', () => {
    expect(stood({ host: HOST }, PUBLIC).origin).toBeUndefined()
    expect(stood({ host: HOST, origin: 'null' }, PUBLIC).origin).toBe('null')
  })
})

it.each([
  ['a=1; next-auth.callback-url=foo; b=2', 'a=1; b=2'],
  ['__Secure-next-auth.callback-url=%00', ''],
  ['next-auth.callback-url', ''],
  ['next-auth.csrf-token=x; next-auth.callback-url.0=y', 'next-auth.csrf-token=x'],
  ['my-callback-url=kept', 'my-callback-url=kept'],
])('of the cookies %j, %j are kept', (cookie, kept) => {
  const headers = { cookie }
  leaveOutReturnCookie(headers)
  expect(headers.cookie).toBe(kept)
})

describe('a nonce', () => {
  const POLICY = "script-src 'self' 'nonce-eA==' 'strict-dynamic'; object-src 'none'"
  /** The policy that is sent with a given `cache-control`. */
  async function policyOf(cacheControl: string | undefined) {
    const server = createServer((_request, response) => {
      keepNonceOnce(response)
      response.setHeader('content-security-policy', POLICY)
      if (cacheControl !== undefined) response.setHeader('cache-control', cacheControl)
      response.end('x')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    server.close()
    return answer.headers.get('content-security-policy')
  }

  it.each(['public, max-age=0, s-maxage=60', 's-maxage=1', 'max-age=300', 'no-cache', '', undefined])(
    'is left out of a cacheable answer: %s',
    async (cacheControl) => expect(await policyOf(cacheControl)).toBe("script-src 'self'; object-src 'none'"),
  )

  it.each(['no-store', 'private, no-cache, no-store, max-age=0', 'private'])(
    'stays in an answer that nobody may share: %s',
    async (cacheControl) => expect(await policyOf(cacheControl)).toBe(POLICY),
  )
})

describe('every address of the desk', () => {
  const undecodable = shapes('').filter(({ path }) => !isDecodable(path))

  it('is refused with 400 when a part of it is no text, and with 405 for an odd method', () => {
    expect(undecodable.length).toBeGreaterThan(200)
    expect(new Set(undecodable.map(({ path }) => statusOf({ url: path })))).toEqual(new Set([400]))
    const odd = shapes('').filter(({ method }) => !['GET', 'OPTIONS', 'DELETE'].includes(method))
    expect(new Set(odd.map(({ path, method }) => statusOf({ url: path, method })))).toEqual(new Set([405]))
  })
})
