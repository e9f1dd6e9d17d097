import { beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { longReadPool } from '@/prisma/client'
import { makeArticle, makeUser } from '@/tests/factories'
import { GET } from './route'

const reader = vi.hoisted(() => ({ actor: null as Actor | null }))
vi.mock('@/app/server/session', () => ({ currentActor: () => Promise.resolve(reader.actor) }))
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('ar') }))

const ask = (format: string, search = '', method = 'GET') =>
  GET(new Request(`http://desk.test/claims/export/${format}${search}`, { method }), {
    params: Promise.resolve({ format }),
  })

beforeEach(() => {
  reader.actor = null
})

it('is refused to a stranger', async () => {
  expect((await ask('csv')).status).toBe(401)
})

it('exports for a viewer, in their language, with the filters of the address', async () => {
  const { actor } = await makeUser()
  const article = await makeArticle(actor)
  reader.actor = (await makeUser({ role: 'viewer' })).actor
  const answer = await ask('csv', `?article=${article.id}&sort=number&limit=1&columns=quote&desk=`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-claim-count')).toBe('2')
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('الادعاءات'))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  expect(text).toMatch(/^claim_id,claim_number,quote,/)
  expect(text).toContain(article.claims[1]?.quote)
  const plain = await ask('csv', `?article=${article.id}&bom=0`)
  expect(new Uint8Array(await plain.arrayBuffer())[0]).toBe('c'.charCodeAt(0))
})

it('names the parameters it cannot use, and knows three formats', async () => {
  reader.actor = (await makeUser({ role: 'viewer' })).actor
  const bad = await ask('csv', '?status=nonsense&desk=%00')
  expect(bad.status).toBe(400)
  expect(await bad.text()).toMatch(/^desk: /)
  const wrong = await ask('jsonl', '?status=nonsense')
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toMatch(/^status: /)
  expect((await ask('exe')).status).toBe(404)
  expect((await ask('constructor')).status).toBe(404)
})

it('answers a HEAD request with the count and does no more work', async () => {
  const { actor } = await makeUser()
  const article = await makeArticle(actor)
  reader.actor = actor
  const answer = await ask('xlsx', `?article=${article.id}`, 'HEAD')
  expect(answer.headers.get('x-claim-count')).toBe('2')
  expect(answer.body).toBeNull()
  expect(longReadPool().totalCount).toBe(0)
})
