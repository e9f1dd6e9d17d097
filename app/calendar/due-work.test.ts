import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '@/domain/due-calendar/commands'
import { calendarAddress } from '@/domain/due-calendar/schema'
import { proxy } from '@/proxy'
import { makeRows } from '@/tests/claim-rows'
import { calendarOf, textOf } from '@/tests/calendar'
import { makeUser } from '@/tests/factories'
import { GET } from './[secret]/due-work.ics/route'

const ORIGIN = 'http://127.0.0.1:3000'
const ask = (secret: string, headers: Record<string, string> = {}) =>
  GET(new Request(calendarAddress(ORIGIN, encodeURIComponent(secret)), { headers }), {
    params: Promise.resolve({ secret }),
  })

async function setting() {
  const { actor } = await makeUser()
  const dueAt = new Date('2190-03-11T09:00:00Z')
  await makeRows(actor, [{ assigneeId: actor.id, quote: 'كلّف الجسر 4.5، ثم 6', dueAt }])
  return { actor, secret: await makeCalendar(actor, { language: 'en' }) }
}

describe('a calendar program', () => {
  it('reads due work, which nobody else keeps or finds', async () => {
    const { secret } = await setting()
    const answer = await ask(secret)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=0',
      'x-robots-tag': 'noindex',
    })
    const { events } = calendarOf(await answer.text())
    expect(events.map(({ SUMMARY = '' }) => textOf(SUMMARY))).toEqual([
      'Due: \u2068كلّف الجسر 4.5، ثم 6\u2069',
    ])
  })

  it('reads it again only when something changed', async () => {
    const { secret, actor } = await setting()
    const known = { 'if-none-match': (await ask(secret)).headers.get('etag') ?? '' }
    const same = await ask(secret, known)
    expect([same.status, same.headers.get('cache-control')]).toEqual([304, 'private, max-age=0'])
    await makeRows(actor, [{ assigneeId: actor.id, dueAt: new Date('2190-03-12T09:00:00Z') }])
    expect((await ask(secret, known)).status).toBe(200)
  })

  it.each(['x', 'a'.repeat(32), 'a'.repeat(5_000), '%ff', '../../etc', 'ø'.repeat(32), "' or 1=1 --"])(
    'finds nothing with the secret %.40j',
    async (secret) => {
      const answer = await ask(secret, { 'accept-language': 'ar' })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-robots-tag')).toBe('noindex')
      expect(await answer.text()).toMatch(/^\p{Script=Arabic}/u)
    },
  )
})

it('no page learns the secret of an address from a link', () => {
  for (const path of ['/calendar/x/due-work.ics', '/corrections/requests/x'])
    expect(proxy(new NextRequest(ORIGIN + path)).headers.get('referrer-policy')).toBe('no-referrer')
  expect(proxy(new NextRequest(`${ORIGIN}/calendars`)).headers.get('referrer-policy')).not.toBe('no-referrer')
})
