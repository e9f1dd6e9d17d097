import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { endSession, signIn } from '@/domain/session/commands'
import type { Role } from '@/domain/user/policy'
import { BODIES } from '@/services/bodies/bounds'
import { makeUser } from '@/tests/factories'
import { readPageBody } from './page-body'

const SECRET = 'a secret of this test, and of nothing else'
let server: http.Server

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET)
  server = http.createServer((request, response) => {
    void readPageBody(request, response).then(async (read) => {
      if (!read) return
      let length = 0
      for await (const piece of read) length += (piece as Buffer).length
      response.end(`${length} ${read.headers['content-length']} ${read.headers['transfer-encoding']}`)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => void server.close())

type Asked = { path?: string; headers?: Record<string, string>; method?: string }

async function send(body: string | Buffer | null, { path = '/', headers = {}, method = 'POST' }: Asked = {}) {
  const { port } = server.address() as AddressInfo
  const request = http.request({ port, host: '127.0.0.1', path, method, headers, agent: false })
  request.on('error', () => undefined)
  request.end(body ?? undefined)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  let text = ''
  for await (const piece of response) text += String(piece)
  return { status: response.statusCode, text: text.trim(), type: response.headers['content-type'] }
}

async function sessionOf(role: Role) {
  const { email, password } = await makeUser({ role })
  const signedIn = await signIn(
    { email, password },
    { sender: email, agent: 'test', proofFor: () => undefined },
  )
  if (!signedIn.ok) throw new Error('Nobody signed in')
  const { secret } = signedIn
  const token = await encode({ token: { secret }, secret: SECRET })
  return { secret, headers: { cookie: `a=b; next-auth.session-token=${token}` } }
}

const CHUNKED = { 'transfer-encoding': 'chunked' }
const FORM = { 'content-type': 'multipart/form-data; boundary=b' }
const inForm = (value: string, head = 'name="0"') =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n--b--\r\n`
const many = (values: number) => `[${'1,'.repeat(values)}1]`

describe('a request body of a stranger', () => {
  it('is passed on whole, with its length', async () => {
    expect((await send('x'.repeat(1_000))).text).toBe('1000 1000 undefined')
    expect((await send('x'.repeat(1_000), { headers: CHUNKED })).text).toBe('1000 1000 undefined')
    expect((await send(null, { method: 'GET' })).text).toBe('0 undefined undefined')
  })

  it.each([
    ['too long', 'x'.repeat(BODIES.short.bytes + 1), {}],
    ['too long, without a length', 'x'.repeat(BODIES.short.bytes + 1), CHUNKED],
    ['20 MB', Buffer.alloc(20_000_000, 'x'), {}],
    ['arrays in one another', '['.repeat(1_000), {}],
    ['many values', many(BODIES.short.values), {}],
    ['many values in a field', inForm(many(BODIES.short.values)), FORM],
    ['a long name', `{"${'n'.repeat(600)}":1}`, {}],
  ])('is refused: %s', async (_, body, headers) => {
    const answer = await send(body, { headers })
    expect([answer.status, answer.type]).toEqual([413, 'text/plain; charset=utf-8'])
    expect(answer.text).toMatch(/\d/)
  })

  it('is refused in the reader’s language', async () => {
    const headers = { 'accept-language': 'ar' }
    expect((await send('x'.repeat(70_000), { headers })).text).toMatch(/65,536|٦٥٬٥٣٦|65536/)
    expect((await send('x'.repeat(70_000), { headers })).text).toMatch(/المحتوى/)
  })

  it('is refused when it is compressed or not a form', async () => {
    const packed = { 'content-encoding': 'GZIP' }
    expect((await send('x', { headers: packed })).status).toBe(415)
    expect((await send('--b\r\nx', { headers: FORM })).status).toBe(400)
  })

  it('may hold JSON of any depth in a file, which nobody parses as JSON', async () => {
    const body = inForm('['.repeat(1_000), 'name="file"; filename="x"')
    expect((await send(body, { headers: FORM })).status).toBe(200)
  })
})

describe('a request body of a signed-in person', () => {
  const long = 'x'.repeat(BODIES.record.bytes + 1)

  it('may be as long as that person’s limit', async () => {
    const [viewer, editor] = [await sessionOf('viewer'), await sessionOf('editor')]
    const path = '/articles/new'
    expect((await send('x'.repeat(BODIES.record.bytes), { path, ...viewer })).status).toBe(200)
    expect((await send(long, { path, ...viewer })).status).toBe(413)
    expect((await send(long, { path, ...editor })).status).toBe(200)
    expect((await send(long, { path: '/settings', ...editor })).status).toBe(413)
  })

  it('is not read after the session has ended; the action runs without it and says so', async () => {
    const { secret, headers } = await sessionOf('editor')
    await endSession(secret)
    for (const also of [{}, CHUNKED, FORM])
      expect((await send(long, { path: '/articles/new', headers: { ...headers, ...also } })).text).toBe(
        '2 2 undefined',
      )
    expect((await send('short', { path: '/articles/new', headers })).text).toBe('5 5 undefined')
  })

  it('counts as a stranger’s when the session is forged', async () => {
    const made = await encode({ token: { secret: 'x' }, secret: 'another' })
    const cookie = { cookie: `next-auth.session-token=${made}` }
    expect((await send('x'.repeat(70_000), { headers: cookie })).status).toBe(413)
  })
})
