import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import ar from '@/messages/ar/errors.json'
import en from '@/messages/en/errors.json'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { LIMITS } from '@/services/limits/limits'
import { SENDER_HEADER } from '@/services/sender'
import { mayEnter } from './entrance'
import { senderOfRequest } from './refuse'

const ends: (() => void)[] = []
beforeEach(() => setClock(new Date()))
afterEach(() => {
  setClock()
  ends.splice(0).forEach((end) => end())
})

async function served() {
  const server = createServer((request, response) => {
    void mayEnter(request, response).then((may) => may && response.end('in'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Sends as many requests as the limit allows, and one more. */
async function refused(path: string, allowance: number, init: RequestInit = {}) {
  const url = await served()
  const headers = { [SENDER_HEADER]: newId(), ...(init.headers as Record<string, string>) }
  const ask = async () => fetch(url + path, { ...init, headers, redirect: 'manual' })
  const answers = []
  for (let n = 0; n < allowance; n += 1) answers.push((await ask()).status)
  expect(new Set(answers)).toEqual(new Set([200]))
  return ask()
}

it.each([
  ['/corrections/feed.atom', 'GET'],
  ['/corrections/feed%2Eatom?language=ar', 'GET'],
  ['/corrections/feed.json', 'HEAD'],
])('%s by %s is refused to a sender over the limit, with a time to come back', async (path, method) => {
  const answer = await refused(path, LIMITS.feeds.allowance, { method })
  expect(answer.status).toBe(429)
  const wait = Number(answer.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

it.each([
  ['en', 'lang="en" dir="ltr"', en, /Try again in (\d+ seconds|1 second)\./],
  ['ar', 'lang="ar" dir="rtl"', ar, /أعد المحاولة بعد /],
])('a browser gets a page in its language: %s', async (language, tag, words, wait) => {
  const answer = await refused('/corrections/feed.atom', LIMITS.feeds.allowance, {
    headers: { accept: 'text/html', 'accept-language': language },
  })
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(text).toContain(`<html ${tag}>`)
  expect(text).toContain(words.tooManyTitle)
  expect(text).toMatch(wait)
})

it('the sign-in script gets the refusal in next-auth’s form', async () => {
  const answer = await refused('/api/auth/callback/credentials', LIMITS.strangers.allowance, {
    method: 'POST',
  })
  const { url, code } = (await answer.json()) as { url: string; code: string }
  expect(new URL(url).searchParams.get('error')).toMatch(/^limited\.\d+$/)
  expect(code).toBe('limited')
})

it('a cookie that is not a session counts as none', async () => {
  const answer = await refused('/claims', LIMITS.strangers.allowance, {
    headers: { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..x.y.z' },
  })
  expect(answer.status).toBe(429)
})

it.each([
  ['/calendar/Ab-_9/due-work.ics?x=1', '/calendar/[secret]'],
  ['/corrections/requests/Ab-_9#x', '/corrections/requests/[secret]'],
  ['/corrections/1?language=ar', '/corrections/1'],
])('the log of a refused request to %s has %s', (url, path) => {
  expect(senderOfRequest({ method: 'GET', url, headers: {} }).path).toBe(path)
})
