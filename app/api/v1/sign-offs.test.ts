import { describe, expect, it } from 'vitest'
import { newId } from '@/services/ids'
import { call, faults } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

type Signable = { id: string; version: number; digest: string; status: string; priority: string }
type Results = {
  items: { id: string; outcome: string; refusal: string | null; message: string | null; version: number }[]
}
type Board = { items: { id: string; standing: string; digest: string }[] }

async function scene() {
  const [checker, editor, second] = await Promise.all([
    makeUser({ role: 'checker' }),
    makeUser({ role: 'editor' }),
    makeUser({ role: 'editor' }),
  ])
  const article = await makeArticle(editor.actor)
  const claims: Signable[] = []
  for (const { id } of article.claims.slice(0, 2)) {
    const verdict = { version: 1, status: 'disputed', finding: 'كان ذلك عام 1999.' }
    claims.push((await call<Signable>(checker.token, 'PATCH', `/claims/${id}`, { body: verdict })).body)
  }
  const [one, other] = claims
  if (!one || !other) throw new Error('no claims')
  return { checker, editor, second, article, one, other }
}

describe('signing many claims off', () => {
  it('needs each to have been opened, says why in the reader’s language, and can be undone', async () => {
    const { second, article, one, other } = await scene()
    const { token } = second
    const board = () => call<Board>(token, 'GET', `/articles/${article.id}/sign-offs`)
    expect((await board()).body.items.map(({ standing }) => standing)).toEqual(['unopened', 'unopened'])
    const opened = { body: { digest: one.digest } }
    expect((await call(token, 'POST', `/claims/${one.id}/opened`, opened)).status).toBe(200)
    expect((await board()).body.items.map(({ standing }) => standing)).toEqual(['ready', 'unopened'])

    const claims = [one, other].map(({ id, digest }) => ({ id, digest }))
    const signed = await call<Results>(token, 'POST', '/claims/sign-off', {
      body: { claims },
      headers: { 'accept-language': 'ar' },
    })
    expect(signed.status).toBe(200)
    expect(signed.body.items).toMatchObject([
      { id: one.id, outcome: 'changed', refusal: null, message: null },
      { id: other.id, outcome: 'refused', refusal: 'signOffUnopened', message: 'لم تفتح هذا الادعاء.' },
    ])
    const [first] = signed.body.items
    const undone = await call<Results>(token, 'POST', '/claims/sign-off/undo', {
      body: { claims: [{ id: one.id, version: first?.version }] },
    })
    expect(undone.body.items).toMatchObject([{ outcome: 'changed' }])
    expect((await board()).body.items.map(({ standing }) => standing)).toEqual(['ready', 'unopened'])
  })

  it('names the wrong field, and is for people who may sign off', async () => {
    const { checker, second, one, article } = await scene()
    const send = (token: string, body: object) => call(token, 'POST', '/claims/sign-off', { body })
    expect(faults(await send(second.token, { claims: [{ id: one.id, digest: 'x' }] }))).toEqual([
      'claims.0.digest wrongFormat',
    ])
    expect((await send(second.token, { claims: [] })).status).toBe(422)
    const claims = [{ id: one.id, digest: one.digest }]
    expect((await send(checker.token, { claims })).status).toBe(403)
    expect((await call(checker.token, 'GET', `/articles/${article.id}/sign-offs`)).status).toBe(403)
    const unknown = { body: { digest: one.digest } }
    expect((await call(second.token, 'POST', `/claims/${newId()}/opened`, unknown)).status).toBe(404)
  })
})

describe('two programs that change one claim from one version', () => {
  it('both keep their change of another part; of one part the second gets the current claim', async () => {
    const { editor, checker, one } = await scene()
    const change = (token: string, body: object) =>
      call<Signable>(token, 'PATCH', `/claims/${one.id}`, { body: { version: one.version, ...body } })
    expect((await change(editor.token, { priority: 'high' })).body).toMatchObject({ priority: 'high' })
    const late = await change(checker.token, { finding: 'It was 2001.' })
    expect(late.status).toBe(200)
    expect(late.body).toMatchObject({ version: one.version + 2, finding: 'It was 2001.', priority: 'high' })
    const lost = await change(editor.token, { status: 'needs_source' })
    expect(lost.status).toBe(409)
    const { version, priority } = late.body
    expect(lost.body).toMatchObject({ current: { version, priority, finding: 'It was 2001.' } })
  })
})
