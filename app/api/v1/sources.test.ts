import { describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

type Source = {
  id: string
  claimId: string
  version: number
  title: string
  url: string | null
  stance: string
}

async function setting() {
  const editor = await makeUser()
  const checker = await makeUser({ role: 'checker' })
  const [claim] = (await makeArticle(editor.actor)).claims
  if (!claim) throw new Error('no claim')
  const add = (body: object, headers?: Record<string, string>) =>
    call<Source>(checker.token, 'POST', `/claims/${claim.id}/sources`, { body, headers })
  return { editor, token: checker.token, claim, add }
}

const REPORT = { title: 'Annual report', stance: 'supports' }

describe('sources', () => {
  it('are added, changed and removed, each with its line of history', async () => {
    const { token, claim, add } = await setting()
    const added = await add({
      ...REPORT,
      url: 'https://example.org/report',
      excerpt: 'in 1998',
      locator: 'p. 4',
      published: '2020-03-15',
    })
    expect(added.status).toBe(201)
    expect(added.body).toMatchObject({ claimId: claim.id, version: 1, kind: 'link', published: '2020-03-15' })
    const path = `/sources/${added.body.id}`
    expect(added.headers.get('location')).toBe(`/api/v1${path}`)
    const changed = await call<Source>(token, 'PATCH', path, { body: { version: 1, stance: 'context' } })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({ version: 2, stance: 'context', url: 'https://example.org/report' })
    expect((await call<Source>(token, 'GET', path)).body).toEqual(changed.body)
    const removed = await call(token, 'DELETE', path)
    expect([removed.status, removed.text]).toEqual([204, ''])
    expect((await call(token, 'DELETE', path)).status).toBe(204)
    expect((await call(token, 'GET', path)).status).toBe(404)
    const read = await call<{ sources: object[] }>(token, 'GET', `/claims/${claim.id}`)
    expect(read.body.sources).toEqual([])
    const history = await call<{ items: { verb: string }[] }>(token, 'GET', `/claims/${claim.id}/history`)
    expect(history.body.items.map((item) => item.verb)).toEqual([
      'source.removed',
      'source.changed',
      'source.added',
    ])
  })

  it('are written once when the same request comes twice at once', async () => {
    const { claim, add } = await setting()
    const key = { 'idempotency-key': 'one source' }
    const [one, two] = await Promise.all([add(REPORT, key), add(REPORT, key)])
    expect([one.status, two.status]).toEqual([201, 201])
    expect(two.body).toEqual(one.body)
    expect(await db().source.count({ where: { claimId: claim.id } })).toBe(1)
  })

  it('of different claims do not share a key', async () => {
    const { editor, token, add } = await setting()
    const [other] = (await makeArticle(editor.actor)).claims
    const key = { 'idempotency-key': 'k' }
    const here = await add(REPORT, key)
    const there = await call<Source>(token, 'POST', `/claims/${other?.id}/sources`, {
      body: REPORT,
      headers: key,
    })
    expect(there.body.claimId).toBe(other?.id)
    expect(there.body.id).not.toBe(here.body.id)
  })

  it('let one of two simultaneous changes win', async () => {
    const { editor, token, add } = await setting()
    const { body: source } = await add(REPORT)
    const save = (by: string, title: string) =>
      call(by, 'PATCH', `/sources/${source.id}`, { body: { version: 1, title } })
    const answers = await Promise.all([save(token, 'One'), save(editor.token, 'Two')])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const lost = answers.find((answer) => answer.status === 409)
    const now = await call(token, 'GET', `/sources/${source.id}`)
    expect(lost?.body.current).toEqual(now.body)
    expect(now.body).toMatchObject({ version: 2 })
    expect(await db().event.count({ where: { subjectId: source.id } })).toBe(2)
  })

  it('cannot be removed while a verdict depends on them', async () => {
    const { token, claim, add } = await setting()
    const { body: source } = await add(REPORT)
    await call(token, 'PATCH', `/claims/${claim.id}`, { body: { version: 1, status: 'verified' } })
    const removed = await call(token, 'DELETE', `/sources/${source.id}`)
    expect([removed.status, faults(removed)]).toEqual([422, ['stance lastSupportingSource']])
    expect((await call(token, 'GET', `/sources/${source.id}`)).status).toBe(200)
  })

  it('cannot be changed after removal', async () => {
    const { token, add } = await setting()
    const { body: source } = await add(REPORT)
    await call(token, 'DELETE', `/sources/${source.id}?version=1`)
    const answer = await call(token, 'PATCH', `/sources/${source.id}`, { body: { version: 2, title: 'New' } })
    expect([answer.status, answer.body.current]).toEqual([409, { ...source, version: 2 }])
  })

  it.each([
    [{ ...REPORT, url: 'javascript:alert(1)' }, 'url urlScheme'],
    [{ ...REPORT, url: ' java\nscript:alert(1)' }, 'url urlInvalid'],
    [{ ...REPORT, title: 7 }, 'title wrongType'],
    [{ ...REPORT, url: 'data:text/html,x' }, 'url urlScheme'],
    [{ title: 'x', stance: 'perhaps' }, 'stance notOneOf'],
    [{ stance: 'supports' }, 'title required'],
    [{ ...REPORT, published: '2023-02-29' }, 'published notADay'],
    [{ ...REPORT, published: '9999-12-31' }, 'published dayYear'],
    [{ ...REPORT, accessed: '2100-01-01' }, 'accessed dayInFuture'],
    [{ ...REPORT, tittle: 'x' }, 'tittle unknownField'],
    [{ ...REPORT, excerpt: 'a\0b' }, 'excerpt badCharacter'],
  ])('with wrong fields are refused: %j', async (body, fault) => {
    const { claim, token } = await setting()
    const answer = await call(token, 'POST', `/claims/${claim.id}/sources`, { body })
    expect(answer.status).toBe(422)
    expect(faults(answer)).toEqual([fault])
    expect(await db().source.count({ where: { claimId: claim.id } })).toBe(0)
  })
})
