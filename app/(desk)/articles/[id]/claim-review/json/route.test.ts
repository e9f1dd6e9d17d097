import { beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { newId } from '@/services/ids'
import { makeArticle, makeUser } from '@/tests/factories'
import { GET } from './route'

const reader = vi.hoisted(() => ({ actor: null as Actor | null }))
vi.mock('@/app/server/session', () => ({ currentActor: () => Promise.resolve(reader.actor) }))
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('en') }))

const ask = (id: string, search = '') =>
  GET(new Request(`http://desk.test/articles/${id}/claim-review/json${search}`), {
    params: Promise.resolve({ id }),
  })

beforeEach(() => {
  reader.actor = null
})

it('gives the reviews of an article to those who may read them', async () => {
  const { actor } = await makeUser()
  const { id } = await makeArticle(actor)
  expect((await ask(id)).status).toBe(401)
  reader.actor = actor
  const answer = await ask(id)
  expect([answer.status, await answer.json()]).toEqual([200, []])
  expect((await ask(newId())).status).toBe(404)
  expect((await ask('1; drop table')).status).toBe(404)
})

it.each(['one', '0', '-1', '1.0', '1e3', '٤', '%00'])(
  'says that %s is no number of a claim',
  async (claim) => {
    const { actor } = await makeUser()
    const { id } = await makeArticle(actor)
    reader.actor = actor
    const wrong = await ask(id, `?claim=${claim}`)
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toMatch(/^claim: /)
    expect((await ask(id, '?claim=99')).status).toBe(404)
  },
)
