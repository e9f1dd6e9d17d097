import http from 'node:http'
import net from 'node:net'
import { nextSender, ONE_PROXY, type Attack, type AttackedDesk, type Figure } from './attack'

type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string | Buffer }
type Answered = Sent & { status: number }

const UNKNOWN_ID = '01a20000-0000-7000-8000-000000000000'

const ADDRESSES = [
  ...[
    '/',
    '/articles',
    '/articles/new',
    '/articles/new/read',
    '/articles/import',
    '/claims',
    '/claims/export/csv',
  ],
  ...[
    '/claim-review',
    '/corrections-desk',
    '/corrections-desk/new',
    '/corrections-desk/numbers/csv',
    '/reports',
  ],
  ...['/settings', '/settings/people', '/settings/webhooks', '/sign-in', '/setup', '/verify', '/preferences'],
  ...['/corrections', '/corrections/1', '/corrections/policy', '/corrections/embed', '/corrections/report'],
  ...['/corrections/feed.json', '/corrections/atom.xml', '/corrections/rss.xml', '/corrections/reports/x'],
  ...['/.well-known/factdesk-keys.json', '/api/v1/health/live', '/api/v1/openapi.json', '/api/v1/articles'],
  ...[
    '/api/v1/claims',
    '/api/v1/claims/export.csv',
    '/api/v1/verify',
    '/api/v1/articles/import',
    '/api/nothing',
  ],
  ...['/api/auth/csrf', '/api/auth/session', '/api/auth/providers', '/api/auth/signin', '/api/auth/signout'],
  ...['/api/auth/error', '/api/auth/callback/credentials', '/api/auth/verify-request', '/api/auth/_log'],
  ...['/_next/image', '/_next/static/x', '/icon.svg', '/favicon.ico', `/articles/${UNKNOWN_ID}`],
]

const ESCAPES = [
  ...[
    '%ff',
    '%C0%80',
    '%ED%A0%80',
    '%E0%80%AF',
    '%',
    '%zz',
    '%00',
    '%0a',
    '%0d%0aX:y',
    '%2e%2e%2f',
    '%5c',
    '%25ff',
  ],
  ...[
    '%F0%9F%98%80',
    '%E2%80%AE',
    '%u0041',
    '"',
    '<x>',
    '{}',
    '[',
    ']',
    '\\',
    '|',
    '^',
    '`',
    '//',
    '..;/',
    'é',
  ],
]

const QUERIES = [
  ...[
    'error=%00',
    'error=%0d%0aSet-Cookie:a',
    'error=<x>',
    'callbackUrl=foo',
    'callbackUrl=http://[',
    'callbackUrl=',
  ],
  ...[
    'callbackUrl=//evil.test',
    'callbackUrl=javascript:alert(1)',
    'callbackUrl=%0a',
    'csrf=1',
    'provider=%00',
  ],
  ...[
    'q=%ff',
    'q=%00',
    'q=%',
    'page=-1',
    'limit=1e9',
    'limit=NaN',
    'sort=__proto__',
    'status[]=x',
    '__proto__[x]=1',
  ],
  ...[
    'language=xx',
    'language=%00',
    'after=%7B',
    'after=AAAA',
    'article=x',
    'number=-1',
    'from=0000-00-00',
    '_rsc=x',
  ],
  ...['url=%2F..%2F&w=1&q=1', 'url=http://127.0.0.1/&w=64&q=75', 'x='.padEnd(3000, 'x'), '&&&===&', '?', '#'],
]

const HEADERS: Record<string, string>[] = [
  { cookie: 'next-auth.callback-url=foo' },
  { cookie: '__Secure-next-auth.callback-url=%00; next-auth.callback-url=http://[' },
  { cookie: 'next-auth.csrf-token=%00; next-auth.session-token=junk' },
  { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z; next-auth.session-token.0=a' },
  { cookie: 'factdesk-language=%ff; factdesk-colours=%00; =; ;;' },
  { cookie: 'a=%E0%A4%A; __proto__=1; constructor=2' },
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { origin: 'http://' },
  { origin: 'not an origin' },
  { host: 'evil.test' },
  { host: 'a b' },
  { host: '[::1' },
  { 'x-forwarded-host': 'evil.test, other', 'x-forwarded-proto': 'gopher' },
  { 'x-forwarded-for': 'junk, ::::, 999.1.1.1', forwarded: 'for="_x";;host=[' },
  { 'next-router-state-tree': '%' },
  { 'next-router-state-tree': '%5B%22%22%5D', rsc: '1' },
  { 'next-router-prefetch': '1', rsc: '1', 'next-url': '//[' },
  { 'next-router-segment-prefetch': '/_tree', rsc: '1', 'next-router-prefetch': '1' },
  { 'x-middleware-subrequest': 'proxy:proxy', 'x-nextjs-data': '1', 'x-matched-path': '/%ff' },
  { 'x-prerender-revalidate': 'x', 'next-resume': '1', 'x-now-route-matches': '1=%ff' },
  { 'accept-language': 'xx-%%%;q=NaN,*;q=2,,,;' },
  { accept: '*/*;q=,,;', 'accept-encoding': ';;,gzip;q=x' },
  { range: 'bytes=9-1,x', 'if-none-match': 'W/W/"', 'if-modified-since': 'never' },
  { authorization: 'Bearer ' },
  { authorization: `Bearer ${'é'.repeat(40)}` },
  { authorization: 'Basic %%%' },
  { expect: '200-maybe' },
  { upgrade: 'websocket', connection: 'Upgrade' },
  { 'content-type': 'multipart/form-data' },
  { 'content-encoding': 'gzip' },
]

const BOUNDARY = 'xBx'
const part = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** Bodies as pages and next-auth get them, broken in every place. */
const BODIES: { headers: Record<string, string>; body: string | Buffer }[] = [
  ...[
    '',
    '{',
    '[',
    'null',
    '[{}]',
    '{"csrfToken":{}}',
    '{"callbackUrl":["x"]}',
    '"\\ud800"',
    '{"email":"\\u0000"}',
  ].map((body) => ({ headers: { 'content-type': 'application/json' }, body })),
  ...[
    '',
    '%',
    'csrfToken=%00',
    'email=%ff&password=%00',
    'callbackUrl=foo&json=true',
    'a='.padEnd(9000, 'x'),
  ].map((body) => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })),
  ...[
    '',
    part('0', '["$K1"]'),
    `${part('0', '[]')}--${BOUNDARY}--\r\n`,
    part('$ACTION_ID_x', '').slice(0, -9),
    `${part('$ACTION_REF_1', '')}--${BOUNDARY}--\r\n`,
    `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}--${BOUNDARY}--\r\n`,
    `${part('$ACTION_KEY', 'x')}${part('file', '\ufffd')}--${BOUNDARY}--\r\n`,
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name=\r\n\r\n\r\n--${BOUNDARY}--`,
  ].map((body) => ({ headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }, body })),
  { headers: { 'content-type': 'multipart/form-data' }, body: part('a', 'b') },
  { headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) },
  { headers: { 'content-type': '\ttext' }, body: '[]' },
]

const ACTIONS = ['x', '', '0'.repeat(42), 'f'.repeat(42), 'f'.repeat(40), '../..', '__proto__', 'é', '%00']
const CALLS = [
  '',
  '[',
  '[]',
  '["$F1"]',
  '["$Q1"]',
  '["$W1"]',
  '[{"then":"$0"}]',
  '["$undefined"]',
  '["\\u0000"]',
  '$',
  '"$1"',
]

const METHODS = [
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'M-SEARCH',
]

/** Numbers from a seed, the same at each run (Marsaglia's xorshift). */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const SEED = 20_261_129
const MIXED = 600

/** All kinds apart, then mixtures of them. */
function* requests(ids: readonly string[]): Generator<Sent> {
  for (const path of ADDRESSES) for (const method of METHODS) yield { method, path }
  for (const [index, escape] of ESCAPES.entries()) {
    for (let step = 0; step < 6; step += 1) {
      const path = ADDRESSES[(index * 7 + step * 5) % ADDRESSES.length] ?? '/'
      yield { method: 'GET', path: `${path === '/' ? '' : path}/${escape}` }
      yield { method: 'GET', path: `${path}?q=${escape}` }
    }
  }
  for (const path of ADDRESSES.filter((one) => one.startsWith('/api/auth') || one === '/sign-in'))
    for (const query of QUERIES) yield { method: 'GET', path: `${path}?${query}` }
  for (const [index, headers] of HEADERS.entries())
    for (let step = 0; step < 5; step += 1) {
      const path = ADDRESSES[(index * 5 + step * 9) % ADDRESSES.length] ?? '/'
      yield { method: step % 2 ? 'POST' : 'GET', path, headers }
    }
  for (const path of ['/sign-in', '/corrections/report', '/articles/new', '/articles/new/read', '/verify'])
    for (const { headers, body } of BODIES)
      yield { method: 'POST', path, headers: { ...headers, ...OWN }, body }
  for (const path of ADDRESSES.filter((one) => one.startsWith('/api/auth')))
    for (const { headers, body } of BODIES) yield { method: 'POST', path, headers, body }
  for (const action of [...ACTIONS, ...ids])
    for (const body of CALLS)
      yield {
        method: 'POST',
        path: '/corrections/report',
        headers: { ...OWN, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' },
        body,
      }
  for (const action of ids)
    for (const { headers, body } of BODIES)
      yield {
        method: 'POST',
        path: '/articles/new',
        headers: { ...headers, ...OWN, 'next-action': action },
        body,
      }
  const below = numbers(SEED)
  const one = <T>(list: readonly T[]) => list[below(list.length)] as T
  for (let count = 0; count < MIXED; count += 1) {
    const { headers, body } = one(BODIES)
    const method = one(METHODS)
    yield {
      method,
      path: `${one(ADDRESSES)}${below(3) ? '' : `/${one(ESCAPES)}`}${below(2) ? '' : `?${one(QUERIES)}`}`,
      headers: { ...one(HEADERS), ...(below(2) ? OWN : {}), ...(method === 'POST' ? headers : {}) },
      ...(method === 'POST' && { body }),
    }
  }
}

/** Stands for a status where none came in time. */
const UNANSWERED = 599
/** What is not known at all is 501, as HTTP wants it. */
const isFault = (status: number) => status >= 500 && status !== 501

const OWN = { 'sec-fetch-site': 'same-origin' }
const PATIENCE_MS = 20_000

/** Sends one request as it is written, which `fetch` would not. A closed connection counts as refused. */
function send(url: string, sent: Sent): Promise<Answered> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const done = (status: number) => resolve({ ...sent, status })
    const { method, path, body } = sent
    // Each from a sender of its own: what asks too often would not come to what it is to be tried on.
    const headers = { ...nextSender(), ...sent.headers }
    try {
      const request = http.request({ hostname, port, method, path: raw(path), headers, agent: false })
      request.setTimeout(PATIENCE_MS, () => {
        done(UNANSWERED)
        request.destroy()
      })
      request.on('response', (answer) => {
        answer.resume().on('close', () => done(answer.statusCode ?? 0))
      })
      request.on('upgrade', (_answer, socket) => {
        socket.destroy()
        done(101)
      })
      request.on('connect', (_answer, socket) => {
        socket.destroy()
        done(200)
      })
      request.on('error', () => done(0))
      request.end(body)
    } catch {
      // Node itself refuses to send it: `written` sends such things.
      done(-1)
    }
  })
}

/** What Node would not put on the line is escaped, but for what is there already. */
const raw = (path: string) => path.replace(/[^\u0021-\u00ff]/g, (letter) => encodeURIComponent(letter))

/** Sends bytes as they are. @returns the status; 0 when the connection is closed without one */
function written(url: string, bytes: string): Promise<number> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname, () => socket.end(bytes, 'latin1'))
    let answer = ''
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)))
  })
}

const LINES = [
  'get /claims HTTP/1.1\r\nHost: a\r\n\r\n',
  'CONNECT evil.test:443 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /claims HTTP/1.1\r\n\r\n',
  'GET /claims HTTP/1.0\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET * HTTP/1.1\r\nHost: a\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /claims HTTP/1.1\r\nHost: a\r\nCookie: a=\0\r\n\r\n',
  'GET /claims HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'GET //evil.test/ HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /\\evil.test HTTP/1.1\r\nHost: a\r\n\r\n',
  'POST /claims HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /sign-in HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/auth/signout HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nshort',
]

/** The ids by which the browser calls the actions of the desk, from the scripts that it is sent. */
async function actionIds(url: string): Promise<string[]> {
  const ids = new Set<string>()
  for (const page of ['/sign-in', '/corrections/report', '/setup']) {
    const html = await (await fetch(url + page)).text()
    for (const [id] of html.matchAll(/\b[0-9a-f]{42}\b/g)) ids.add(id)
    const scripts = new Set([...html.matchAll(/\/_next\/static\/[^"\\]+\.js/g)].map(([path]) => path))
    for (const script of scripts)
      for (const [id] of (await (await fetch(url + script)).text()).matchAll(/\b[0-9a-f]{42}\b/g)) ids.add(id)
  }
  return [...ids].slice(0, 6)
}

/** What fields of names and texts may be given: half letters, ends, marks that show nothing or turn the line. */
const FIELDS: unknown[] = [
  ...['\0', 'Ann\0a', '\u200b\u2060\ufeff', '\u202eannA\u202c', '\u200f \u200e', '\u00ad'],
  ...['Ann\ud800', '\udc00\ud83d', '\ufdd0\uffff', 'A\u0301'.repeat(3_000), '\u2028\u2029', '\x1b[31mA'],
  ...[0, -1e308, true, null, [], [null], {}, { toString: 1 }, [[['\0']]]],
]

type Described = {
  paths: Record<
    string,
    Record<
      string,
      { requestBody?: { content: Record<string, { schema: { properties?: object; $ref?: string } }> } }
    >
  >
  components: { schemas: Record<string, { properties?: object }> }
}

/** Every field of every body that the API says it reads, with each of `FIELDS`. */
async function fieldsOfApi(url: string, token: string): Promise<Sent[]> {
  const { paths, components } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Described
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema
      if (!schema) return []
      const { properties = {} } = components.schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema
      const fields = Object.keys(properties)
      const to = { method: method.toUpperCase(), path: path.replace('{id}', UNKNOWN_ID), headers }
      const filled = (value: unknown) => Object.fromEntries(fields.map((field) => [field, value]))
      return FIELDS.flatMap((value, index) => {
        const one = fields[index % fields.length] ?? ''
        return [filled(value), { ...filled('x'), version: 1, revision: 1, [one]: value }].map((body) => ({
          ...to,
          body: JSON.stringify(body),
        }))
      })
    }),
  )
}

/**
 * Every kind of junk in every place of a request, signed in and not: no answer may be 5xx. Each request has a sender of
 * its own behind one proxy, so that no limit answers before what it is meant for.
 * @param every tries one of so many, the same ones each time
 */
export async function faultsOf(
  url: string,
  cookie: string,
  token: string,
  every = 1,
): Promise<{ sent: number; faults: Answered[] }> {
  const faults: Answered[] = []
  let sent = 0
  const all = [...requests(await actionIds(url)), ...(await fieldsOfApi(url, token))]
  const waiting = all.filter((_, index) => index % every === 0).values()
  const work = async () => {
    for (const one of waiting) {
      sent += 1
      const signed = sent % 3
      const headers = {
        ...(signed === 1 && { cookie }),
        ...(signed === 2 && one.path.startsWith('/api/v1') && { authorization: `Bearer ${token}` }),
        ...one.headers,
      }
      const answer = await send(url, { ...one, headers })
      if (isFault(answer.status)) faults.push(answer)
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  for (const bytes of LINES) {
    sent += 1
    const status = await written(url, bytes)
    if (isFault(status)) faults.push({ method: 'RAW', path: bytes, status })
  }
  return { sent, faults }
}

export default {
  about: 'Junk in the address, the method, the headers, the cookies and the body, at all addresses.',
  settings: ONE_PROXY,
  run: async (desk: AttackedDesk): Promise<Figure[]> => {
    const cookie = await desk.signIn('editor')
    const { sent, faults } = await faultsOf(desk.url, cookie, desk.token)
    const shown = faults
      .slice(0, 20)
      .map(({ method, path, status }) => `${status} ${method} ${path.slice(0, 80)}`)
    return [
      { what: 'requests sent', value: sent, bound: 'more than 1,000', holds: sent > 1_000 },
      {
        what: 'answers of 5xx, or none (599)',
        value: [faults.length, ...shown].join('; '),
        bound: 'none',
        holds: faults.length === 0,
      },
    ]
  },
} satisfies Attack
