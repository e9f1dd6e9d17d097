import { beforeAll, describe, expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { call } from '@/tests/api'
import { makeArticle, makeUser, type MadeUser } from '@/tests/factories'

type Page = {
  items: { id: string; kind: string; readAt: string | null }[]
  next: string | null
  unread: number
}

let [editor, checker]: MadeUser[] = []
beforeAll(async () => {
  editor = await makeUser({ role: 'editor' })
  checker = await makeUser({ role: 'checker' })
  for (let n = 0; n < 3; n += 1) {
    const { actor } = await makeUser({ role: 'editor' })
    const { claims } = await makeArticle(actor)
    await changeClaim(actor, { id: claims[0]?.id ?? '', version: 1, assigneeId: checker.actor.id })
  }
})

const ask = <T>(method: string, path: string, body?: unknown, who = checker) =>
  call<T>(who?.token ?? null, method, path, { body })

describe('notices through the API', () => {
  it('are the caller’s own, newest first, in pages, with the number of unread ones', async () => {
    const { body: first } = await ask<Page>('GET', '/notices?limit=2')
    expect(first.items).toHaveLength(2)
    expect(first.unread).toBe(3)
    const { body: rest } = await ask<Page>('GET', `/notices?limit=2&after=${first.next}`)
    expect(rest).toMatchObject({ next: null, unread: 3 })
    const ids = [...first.items, ...rest.items].map(({ id }) => id)
    expect(ids).toEqual([...ids].sort().reverse())
    expect((await ask<Page>('GET', '/notices', undefined, editor)).body.items).toEqual([])
  })

  it('are marked as read, one or up to the newest that was seen', async () => {
    const { body: all } = await ask<Page>('GET', '/notices')
    const [newest, middle, oldest] = all.items
    const { status, body } = await ask<{ readAt: string }>('PATCH', `/notices/${oldest?.id}`, { read: true })
    expect([status, typeof body.readAt]).toEqual([200, 'string'])
    const again = await ask<{ readAt: string }>('PATCH', `/notices/${oldest?.id}`, { read: true })
    expect(again.body.readAt).toBe(body.readAt)
    expect((await ask('POST', '/notices/read', { upTo: middle?.id })).body).toEqual({ read: 1 })
    const { body: unread } = await ask<Page>('GET', '/notices?unread=true')
    expect(unread.items.map(({ id }) => id)).toEqual([newest?.id])
    expect((await ask<Page>('GET', '/notices?unread=false')).body.items).toHaveLength(2)
  })

  it('of somebody else are not there', async () => {
    const { body } = await ask<Page>('GET', '/notices')
    const id = body.items[0]?.id
    expect((await ask('PATCH', `/notices/${id}`, { read: true }, editor)).status).toBe(404)
    expect((await ask('POST', '/notices/read', { upTo: id }, editor)).body).toEqual({ read: 0 })
  })

  it.each([
    ['GET', '/notices?unread=maybe', undefined, 400],
    ['GET', '/notices?after=x', undefined, 400],
    ['GET', '/notices?limit=0', undefined, 400],
    ['PATCH', '/notices/x', { read: true }, 404],
    ['PATCH', '/notices/01a20000-0000-7000-8000-000000000000', { read: false }, 422],
    ['PATCH', '/notices/01a20000-0000-7000-8000-000000000000', { read: true }, 404],
    ['POST', '/notices/read', {}, 422],
    ['POST', '/notices/read', { upTo: 'all' }, 422],
  ])('refuses what cannot be read: %s %s %j', async (method, path, body, status) => {
    expect((await ask(method, path, body)).status).toBe(status)
  })
})
