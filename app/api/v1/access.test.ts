import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { revokeToken } from '@/domain/user/commands'
import { db } from '@/prisma/client'
import { call } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

const NOBODY = '01a20000-0000-7000-8000-000000000000'

async function setting() {
  const editor = await makeUser()
  const checker = await makeUser({ role: 'checker' })
  const viewer = await makeUser({ role: 'viewer' })
  const article = await makeArticle(editor.actor)
  const [claim] = article.claims
  if (!claim) throw new Error('no claim')
  const source = await call<{ id: string }>(checker.token, 'POST', `/claims/${claim.id}/sources`, {
    body: { title: 'x', stance: 'context' },
  })
  return { editor, checker, viewer, article, claim, source: source.body }
}

describe('without a valid token', () => {
  it.each([
    ['no header', {}],
    ['an unknown token', { authorization: 'Bearer fd_none' }],
    ['another scheme', { authorization: 'Basic eDp5' }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('the desk is closed: %s', async (_what, headers: Record<string, string>) => {
    for (const [method, path] of [
      ['GET', '/articles'],
      ['POST', '/articles'],
      ['GET', `/articles/${NOBODY}`],
      ['GET', `/articles/${NOBODY}/report.html`],
      ['GET', '/claims'],
      ['GET', '/claims/facets'],
      ['PATCH', `/claims/${NOBODY}`],
      ['GET', `/claims/${NOBODY}/history`],
      ['DELETE', `/sources/${NOBODY}`],
    ] as const) {
      const answer = await call(null, method, path, { headers })
      expect([answer.status, answer.body.code], `${method} ${path}`).toEqual([401, 'unauthenticated'])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /)
    }
  })

  it('a revoked token and a deactivated person’s token open nothing', async () => {
    const [one, two] = [await makeUser(), await makeUser()]
    const { id } = await db().apiToken.findFirstOrThrow({ where: { userId: one.actor.id } })
    expect((await call(one.token, 'GET', '/articles?limit=1')).status).toBe(200)
    await revokeToken(one.actor, { id })
    expect((await call(one.token, 'GET', '/articles?limit=1')).status).toBe(401)
    await db().user.update({ where: { id: two.actor.id }, data: { deactivatedAt: new Date() } })
    expect((await call(two.token, 'GET', '/articles?limit=1')).status).toBe(401)
  })

  it('a token has its holder’s current role', async () => {
    const { editor, claim } = await setting()
    await db().user.update({ where: { id: editor.actor.id }, data: { role: 'viewer' } })
    const answer = await call(editor.token, 'PATCH', `/claims/${claim.id}`, {
      body: { version: 1, priority: 'low' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('roles', () => {
  it('let a viewer read everything and write nothing', async () => {
    const { viewer, article, claim, source } = await setting()
    for (const path of [
      '/articles',
      `/articles/${article.id}`,
      `/articles/${article.id}/report.html`,
      `/claims?article=${article.id}`,
      `/claims/${claim.id}`,
      `/claims/${claim.id}/history`,
      `/sources/${source.id}`,
    ])
      expect((await call(viewer.token, 'GET', path)).status, path).toBe(200)
    const before = await db().event.count({ where: { articleId: article.id } })
    const writes = [
      ['POST', '/articles', { title: 'x', language: 'en', text: 'x' }],
      ['PATCH', `/claims/${claim.id}`, { version: 1, status: 'needs_source' }],
      ['PATCH', `/claims/${claim.id}`, { version: 1 }],
      ['POST', `/claims/${claim.id}/sources`, { title: 'x', stance: 'context' }],
      ['PATCH', `/sources/${source.id}`, { title: 'y' }],
      ['DELETE', `/sources/${source.id}`, undefined],
    ] as const
    for (const [method, path, body] of writes) {
      const answer = await call(viewer.token, method, path, { body })
      expect([answer.status, answer.body.code], `${method} ${path}`).toEqual([403, 'forbidden'])
    }
    expect(await db().event.count({ where: { articleId: article.id } })).toBe(before)
  })

  it('let a checker review but neither assign nor take articles in', async () => {
    const { checker, claim } = await setting()
    const path = `/claims/${claim.id}`
    const assign = { version: 1, status: 'needs_source', assigneeId: checker.actor.id }
    const refused = await call(checker.token, 'PATCH', path, { body: assign })
    expect([refused.status, refused.body.detail]).toEqual([403, 'Only editors assign claims.'])
    expect(
      (await call(checker.token, 'PATCH', path, { body: { version: 1, status: 'needs_source' } })).status,
    ).toBe(200)
    const article = { title: 'x', language: 'en', text: 'x' }
    expect((await call(checker.token, 'POST', '/articles', { body: article })).status).toBe(403)
  })

  it('let an editor assign, but not to a viewer', async () => {
    const { editor, viewer, claim } = await setting()
    const body = { version: 1, assigneeId: viewer.actor.id }
    expect((await call(editor.token, 'PATCH', `/claims/${claim.id}`, { body })).status).toBe(422)
  })
})

describe('addresses', () => {
  it.each([NOBODY, 'not-an-id', '1', "'; drop table claim; --", '%00', '..%2f..%2fhealth'])(
    'answer alike for anything that does not exist: %s',
    async (id) => {
      const { token } = await makeUser()
      const answers = await Promise.all([
        call(token, 'GET', `/articles/${id}`),
        call(token, 'GET', `/articles/${id}/report.json`),
        call(token, 'GET', `/claims/${id}`),
        call(token, 'GET', `/claims/${id}/history`),
        call(token, 'PATCH', `/claims/${id}`, { body: { version: 1, priority: 'low' } }),
        call(token, 'POST', `/claims/${id}/sources`, { body: { title: 'x', stance: 'context' } }),
        call(token, 'PATCH', `/sources/${id}`, { body: { title: 'x' } }),
        call(token, 'DELETE', `/sources/${id}`),
        call(token, 'GET', '/nothing'),
      ])
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
      expect(answers[0]?.body).toMatchObject({ status: 404, code: 'not_found' })
    },
  )

  it('name the methods they accept when asked with another one', async () => {
    const { token } = await makeUser()
    for (const [method, path, allow] of [
      ['DELETE', '/articles', 'GET, HEAD, OPTIONS, POST'],
      ['PUT', `/claims/${NOBODY}`, 'GET, HEAD, OPTIONS, PATCH'],
      ['POST', '/health/live', 'GET, HEAD, OPTIONS'],
      ['POST', '/openapi.json', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const answer = await call(token, method, path)
      expect([answer.status, answer.headers.get('allow')], path).toEqual([405, allow])
    }
    expect((await call(token, 'OPTIONS', '/articles')).status).toBe(204)
  })

  it('send headers that keep answers private and prevent sniffing', async () => {
    const { token } = await makeUser()
    for (const path of ['/articles?limit=1', '/nothing', '/health/live', '/articles?limit=0']) {
      const { headers } = await call(token, 'GET', path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('are made through their context, which has those headers', () => {
    const folder = import.meta.dirname
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    const beside = files.filter((file) =>
      /new Response\(|Response\.json\(/.test(readFileSync(path.join(folder, file), 'utf8')),
    )
    // Its answers pass through `live.ts`, which gives them the headers.
    expect(beside).toEqual(['event-stream.ts'])
  })
})
