import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { Trouble } from '@/prisma/trouble'
import ar from '@/messages/ar/waiting.json'
import en from '@/messages/en/waiting.json'
import { answerWaiting, turnFaultsIntoWaiting, type Reason } from './waiting'

type Handle = (request: IncomingMessage, response: ServerResponse) => void

const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

async function served(handle: Handle): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const HTML = { accept: 'text/html,*/*;q=0.8' }

async function waited(path: string, init: RequestInit = {}, reason: Reason = 'away') {
  const url = await served((request, response) => answerWaiting(request, response, reason))
  const answer = await fetch(url + path, init)
  return { answer, text: await answer.text() }
}

describe('a client that comes while the desk cannot work', () => {
  it.each([
    ['/claims', { ...HTML, 'accept-language': 'en' }, en, 'lang="en" dir="ltr"'],
    ['/claims', { ...HTML, 'accept-language': 'ar-EG,en;q=0.3' }, ar, 'lang="ar" dir="rtl"'],
    ['/claims', { ...HTML, cookie: 'a=b; factdesk-language=ar' }, ar, 'lang="ar" dir="rtl"'],
    ['/claims', { ...HTML, cookie: 'factdesk-language=xx' }, en, 'lang="en" dir="ltr"'],
    ['/corrections?language=ar', { ...HTML, 'accept-language': 'en' }, ar, 'lang="ar" dir="rtl"'],
  ])('gets a page in its language: %s %j', async (path, headers, words, tag) => {
    const { answer, text } = await waited(path, { headers })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(text).toContain(`<html ${tag}>`)
    for (const word of [words.title, words.away, words.wait, words.again]) expect(text).toContain(word)
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    expect(text).toContain(`<script nonce="${nonce}">`)
  })

  it('gets the reason', async () => {
    for (const reason of ['starting', 'away', 'busy', 'full'] as const)
      expect((await waited('/', { headers: HTML }, reason)).text).toContain(en[reason])
  })

  it('that sent a form is not told to send it again by itself', async () => {
    const { answer, text } = await waited('/sign-in', { method: 'POST', headers: HTML, body: 'a=b' })
    expect(answer.status).toBe(503)
    expect(text).not.toMatch(/<script|http-equiv/)
  })

  it.each([
    ['/api/v1/claims', {}, 'application/problem+json'],
    ['/corrections/feed.atom', { accept: 'application/atom+xml' }, 'text/plain; charset=utf-8'],
    ['/claims', {}, 'text/plain; charset=utf-8'],
  ])('gets a format that a program can read: %s', async (path, headers, type) => {
    const { answer, text } = await waited(path, { headers })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, type])
    expect(text).toContain(en.away)
  })

  it('may ask for the headers alone', async () => {
    const { answer, text } = await waited('/claims', { method: 'HEAD', headers: HTML })
    expect([answer.status, text]).toEqual([503, ''])
  })
})

describe('a page whose data could not be read', () => {
  const faults: [string, Handle][] = [
    ['at once', (_, response) => void response.writeHead(500, { 'content-type': 'text/html' }).end('fault')],
    [
      'by a status and pieces',
      (_, response) => {
        response.statusCode = 500
        response.setHeader('content-encoding', 'gzip')
        response.setHeader('content-length', '5')
        response.write(gzipSync('fau'))
        setImmediate(() => response.end(gzipSync('lt')))
      },
    ],
    [
      'by headers first',
      (_, response) => {
        response.statusCode = 500
        response.flushHeaders()
        setImmediate(() => response.end('fault'))
      },
    ],
    [
      'without a word',
      (_, response) => {
        response.statusCode = 500
        response.end()
      },
    ],
  ]

  async function faulty(handle: Handle, met: Trouble | null) {
    const url = await served((request, response) => {
      turnFaultsIntoWaiting(request, response, () => met)
      handle(request, response)
    })
    const answer = await fetch(url, { headers: HTML })
    return { answer, text: await answer.text() }
  }

  it.each(faults)(
    'tells the reader to come back, in whatever way the fault appears: %s',
    async (_, handle) => {
      const { answer, text } = await faulty(handle, 'busy')
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
      expect(answer.headers.get('content-encoding')).toBeNull()
      expect(text).toContain(en.busy)
      expect(text.endsWith('</html>\n')).toBe(true)
    },
  )

  it('stays intact in every chunk, even under another layer', async () => {
    const url = await served((request, response) => {
      turnFaultsIntoWaiting(request, response, () => 'away')
      const write = response.write.bind(response) as (piece: string) => boolean
      response.write = ((piece: string) => write(piece.toUpperCase())) as typeof response.write
      response.write('one ')
      setImmediate(() => {
        response.write('two ')
        response.end()
      })
    })
    expect(await (await fetch(url)).text()).toBe('ONE TWO ')
  })

  it('does not end a session that could not be looked up', async () => {
    const url = await served((request, response) => {
      turnFaultsIntoWaiting(request, response, () => 'away')
      response.setHeader('set-cookie', 'next-auth.session-token=; Max-Age=0')
      response.end('{}')
    })
    const answer = await fetch(`${url}/api/auth/session`)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([503, null])
  })

  it('stays a fault when the database is not the cause', async () => {
    const { answer, text } = await faulty((_, response) => void response.writeHead(500).end('fault'), null)
    expect([answer.status, text]).toEqual([500, 'fault'])
  })

  it.each([200, 303, 404, 422])('stays as it is when it was answered after all: %d', async (status) => {
    const { answer, text } = await faulty(
      (_, response) => void response.writeHead(status).end('page'),
      'away',
    )
    expect([answer.status, text]).toEqual([status, 'page'])
  })
})
