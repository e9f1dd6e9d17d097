import { describe, expect, it } from 'vitest'
import { call, faults } from '@/tests/api'
import { bench, wholeOf } from '@/tests/correction'
import { makeArticle, makeUser, unique } from '@/tests/factories'

type Correction = { id: string; number: number; version: number; state: string; [field: string]: unknown }
type Page = { items: Correction[]; total: number; next: string | null }

async function opened() {
  const made = await bench()
  const body = wholeOf(made)
  const answer = await call<Correction>(made.editor.token, 'POST', '/corrections', { body })
  return { made, answer, correction: answer.body, path: `/corrections/${answer.body.id}` }
}

describe('corrections over HTTP', () => {
  it('go from error to publication, ripple and amendment', async () => {
    const { made, answer, correction, path } = await opened()
    const { token } = made.editor
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1${path}`)
    expect(correction).toMatchObject({ state: 'reported', version: 1, nextStep: 'acknowledged' })
    await makeArticle(made.editor.actor, {
      text: `${made.name} opened in 1998, they say.`,
      claims: [],
    })
    const taken = await call<Correction>(token, 'PATCH', path, {
      body: { version: 1, severity: 'significant', ownerId: made.checker.actor.id, state: 'acknowledged' },
    })
    expect(taken.body).toMatchObject({
      state: 'acknowledged',
      version: 4,
      severity: 'significant',
      owner: { id: made.checker.actor.id },
    })
    await call(token, 'PATCH', path, { body: { version: 4, state: 'approved' } })
    const ripples = await call<{ items: { id: string; state: string }[] }>(token, 'GET', `${path}/ripples`)
    expect(ripples.body.items).toHaveLength(1)
    const there = await call<{ made: { number: number } }>(
      token,
      'PATCH',
      `/ripples/${ripples.body.items[0]?.id}`,
      {
        body: { state: 'opened' },
      },
    )
    expect(there.body).toMatchObject({ state: 'opened', made: { state: 'reported' } })
    const published = await call<Correction>(token, 'POST', `${path}/publish`, { body: { version: 5 } })
    expect(published.body).toMatchObject({ state: 'published', version: 6, fixedIn: 2, dueAt: null })
    const amended = await call<Correction>(token, 'POST', `${path}/amend`, {
      body: { version: 6, note: 'Another note', reason: 'It was clumsy.', substantive: false },
    })
    expect(amended.body).toMatchObject({
      version: 7,
      note: 'Another note',
      amendments: [{ substantive: false }],
    })
    const list = await call<Page>(token, 'GET', `/corrections?article=${made.article.id}&state=published`)
    expect(list.body.items.map((item) => item.number)).toEqual([correction.number])
  })

  it('change completely or not at all', async () => {
    const { made, path } = await opened()
    const refused = await call(made.editor.token, 'PATCH', path, {
      body: { version: 1, note: 'A new note', state: 'approved' },
    })
    expect([refused.status, faults(refused)]).toEqual([422, ['state correctionStep']])
    const now = await call<Correction>(made.editor.token, 'GET', path)
    expect(now.body).toMatchObject({ version: 1, note: wholeOf(made).note })
    const rejected = await call(made.editor.token, 'PATCH', path, { body: { version: 1, state: 'rejected' } })
    expect(faults(rejected)).toEqual(['why required'])
  })

  it('answer a late request with the current record', async () => {
    const { made, path } = await opened()
    await call(made.editor.token, 'PATCH', path, { body: { version: 1, note: 'One' } })
    const late = await call(made.second.token, 'PATCH', path, { body: { version: 1, note: 'Two' } })
    const now = await call<Correction>(made.editor.token, 'GET', path)
    expect(late.status).toBe(409)
    expect(late.body.current).toMatchObject({ version: 2, note: 'One', number: now.body.number })
  })

  it('are opened once per key', async () => {
    const made = await bench()
    const headers = { 'idempotency-key': unique() }
    const ask = () =>
      call<Correction>(made.checker.token, 'POST', '/corrections', { body: wholeOf(made), headers })
    const [one, two] = await Promise.all([ask(), ask()])
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id])
  })

  it('are closed to people without permission, and name the wrong field', async () => {
    const { made, path } = await opened()
    const viewer = await makeUser({ role: 'viewer' })
    expect((await call(null, 'GET', '/corrections')).status).toBe(401)
    expect(
      (await call(null, 'PATCH', '/ripples/01a20000-0000-7000-8000-000000000000', { body: {} })).status,
    ).toBe(401)
    expect((await call(viewer.token, 'GET', path)).status).toBe(200)
    for (const [method, where, body] of [
      ['PATCH', path, { version: 1, note: 'x' }],
      ['PATCH', path, { version: 1, state: 'acknowledged' }],
      ['POST', `${path}/publish`, { version: 1 }],
      ['POST', `${path}/second`, { version: 1 }],
      ['POST', '/corrections', wholeOf(made)],
    ] as const)
      expect((await call(viewer.token, method, where, { body })).status, where).toBe(403)
    const bad = await call(made.editor.token, 'POST', '/corrections', {
      body: { ...wholeOf(made), kind: 'apology', severity: undefined, note: 'a\0b', mood: 1 },
    })
    expect(faults(bad).sort()).toEqual([
      'kind notOneOf',
      'mood unknownField',
      'note badCharacter',
      'severity notOneOf',
    ])
    expect((await call(made.editor.token, 'GET', '/corrections?state=open')).status).toBe(400)
  })
})
