import { beforeAll, describe, expect, it } from 'vitest'
import { call, faults } from '@/tests/api'
import { makeUser, unique, type MadeUser } from '@/tests/factories'

type View = { id: string; name: string; version: number; count: number | null; start: boolean; query: string }

let editor: MadeUser
let viewer: MadeUser
beforeAll(async () => {
  editor = await makeUser({ role: 'editor' })
  viewer = await makeUser({ role: 'viewer' })
})

describe('saved views', () => {
  it('are saved, listed with their counts, changed and removed', async () => {
    const name = `الادعاءات المتأخرة ${unique()}`
    const body = { list: 'claims', name, query: 'due=overdue&sort=due', shared: true }
    const saved = await call<View>(editor.token, 'POST', '/views', { body })
    expect(saved.status).toBe(201)
    expect(saved.headers.get('location')).toBe(`/api/v1/views/${saved.body.id}`)
    const listed = await call<{ items: View[] }>(viewer.token, 'GET', '/views?list=claims')
    const seen = listed.body.items.find(({ id }) => id === saved.body.id)
    expect(seen).toMatchObject({ name, may: { change: false, share: false } })
    expect(seen?.count).toBeGreaterThanOrEqual(0)
    const path = `/views/${saved.body.id}`
    const start = await call<View>(viewer.token, 'PATCH', path, { body: { start: true } })
    expect([start.status, start.body.start]).toEqual([200, true])
    const changed = await call<View>(editor.token, 'PATCH', path, {
      body: { version: 1, query: 'due=today' },
    })
    expect(changed.body).toMatchObject({ query: 'due=today', version: 2, start: false })
    const late = await call<{ current: View }>(editor.token, 'PATCH', path, {
      body: { version: 1, query: 'due=week' },
    })
    expect([late.status, late.body.current.version]).toEqual([409, 2])
    expect((await call(viewer.token, 'DELETE', path)).status).toBe(404)
    expect((await call(editor.token, 'DELETE', path)).status).toBe(204)
    expect((await call(editor.token, 'DELETE', path)).status).toBe(204)
    expect((await call(viewer.token, 'PATCH', path, { body: { start: true } })).status).toBe(404)
  })

  it('name each field that cannot be used', async () => {
    const body = { list: 'reports', name: ' ', query: 7, shared: 'yes' }
    const refused = await call(editor.token, 'POST', '/views', { body })
    expect(refused.status).toBe(422)
    expect(faults(refused)).toEqual(['list notOneOf', 'name required', 'query wrongType', 'shared wrongType'])
    const query = await call(editor.token, 'POST', '/views', {
      body: { list: 'claims', name: unique(), query: 'status=done' },
    })
    expect(faults(query)).toEqual(['query.status.0 notOneOf'])
    const shared = { list: 'claims', name: unique(), shared: true }
    expect((await call(viewer.token, 'POST', '/views', { body: shared })).status).toBe(403)
    const { body: own } = await call<View>(viewer.token, 'POST', '/views', {
      body: { ...shared, shared: false },
    })
    const unversioned = await call(viewer.token, 'PATCH', `/views/${own.id}`, { body: { name: 'x' } })
    expect(faults(unversioned)).toEqual(['version required'])
  })
})
