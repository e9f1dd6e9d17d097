import { describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { call } from '@/tests/api'
import { ARTICLE_TEXT, makeArticle, makeUser, unique } from '@/tests/factories'

type Made = { id: string }

const ARTICLE = { title: 'One key', language: 'en', text: ARTICLE_TEXT }

async function asked(body: object = ARTICLE) {
  const { actor, token } = await makeUser()
  const key = unique()
  const headers = { 'idempotency-key': key }
  const send = (given: object) => call<Made>(token, 'POST', '/articles', { body: given, headers })
  return { actor, token, key, headers, send, first: await send(body) }
}

describe('the key of a request', () => {
  it.each([
    ['another title', { ...ARTICLE, title: 'Another' }],
    ['another text', { ...ARTICLE, text: `${ARTICLE_TEXT} More.` }],
    ['a letter in another case', { ...ARTICLE, title: 'one key' }],
    ['a field more', { ...ARTICLE, desk: 'Politics' }],
    ['claims', { ...ARTICLE, claims: [{ quote: 'two coins' }] }],
    ['another language', { ...ARTICLE, language: 'fr' }],
  ])('is refused with %s, and nothing is written', async (_what, other) => {
    const { actor, send, first } = await asked()
    expect(first.status).toBe(201)
    const answer = await send(other)
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([422, 'invalid'])
    expect(answer.text).toContain('with other contents')
    expect(await db().article.count({ where: { createdById: actor.id } })).toBe(1)
    expect((await send(ARTICLE)).body.id).toBe(first.body.id)
  })

  it('fits the same body with another order and white space', async () => {
    const { token, headers, first } = await asked()
    const { title, language, text } = ARTICLE
    const raw = JSON.stringify({ text, language: ` ${language}`, title: `${title} ` }, null, 4)
    const again = await call<Made>(token, 'POST', '/articles', { raw, headers })
    expect([again.status, again.body.id]).toEqual([201, first.body.id])
  })

  it('is another key at another address', async () => {
    const { actor, token, headers } = await asked()
    const article = await makeArticle(actor)
    const body = { text: 'One new line.' }
    const revised = await call(token, 'POST', `/articles/${article.id}/revisions`, { body, headers })
    expect(revised.status).toBe(201)
    const other = { body: { text: 'Another new line.' }, headers }
    expect((await call(token, 'POST', `/articles/${article.id}/revisions`, other)).status).toBe(422)
  })

  it('lets one of two different simultaneous requests through', async () => {
    const { token } = await makeUser()
    const headers = { 'idempotency-key': unique() }
    const answers = await Promise.all(
      ['One', 'Two'].map((title) =>
        call(token, 'POST', '/articles', { body: { ...ARTICLE, title }, headers }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
  })

  it('gets the first answer if the desk stored no digest of its contents', async () => {
    const { actor, key, send, first } = await asked()
    const where = { actorId_key: { actorId: actor.id, key: `article:${key}` } }
    await db().request.update({ where, data: { digest: null } })
    expect((await send({ ...ARTICLE, title: 'Another' })).body.id).toBe(first.body.id)
  })
})
