import { expect, it } from 'vitest'
import { readDocx } from '@/importing/docx/docx'
import { call } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

const copyOf = async (token: string, id: string, query = '') => {
  const { api } = await import('./app')
  return api.request(`/api/v1/articles/${id}/marked-copy.docx${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
}

it('a marked copy says what is disputed, on its words, in the language of the article', async () => {
  const { actor } = await makeUser({ name: 'Layan Noor' })
  const { token } = await makeUser({ role: 'viewer' })
  const text = 'افتتح الجسر عام 1998. وتعبره تسعة آلاف سيارة.'
  const article = await makeArticle(actor, {
    ...{ title: 'الجسر', language: 'ar', text },
    claims: [
      { quote: 'عام 1998', status: 'disputed', finding: 'السجل يقول 1997.' },
      { quote: 'تسعة آلاف', status: 'needs_source' },
      { quote: 'سيارة', finding: 'لم ينته' },
    ],
  })
  const answer = await copyOf(token, article.id)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
  const read = await readDocx(Buffer.from(await answer.arrayBuffer()))
  expect(read.text).toBe(text)
  expect(read.notes.map(({ start, end }) => text.slice(start, end))).toEqual(['عام 1998', 'تسعة آلاف'])
  expect(read.notes[0]?.text).toContain('السجل يقول 1997.')
  expect(read.notes[1]?.text).toContain('يحتاج مصدرًا')
})

it('a marked copy of nothing is refused, and so is an unknown language', async () => {
  const { actor, token } = await makeUser()
  const article = await makeArticle(actor)
  const { status, body } = await call(token, 'GET', `/articles/${article.id}/marked-copy.docx?language=xx`)
  expect([status, body.errors?.[0]?.field]).toEqual([400, 'language'])
  expect((await copyOf(token, '0193a000-0000-7000-8000-00000000dead')).status).toBe(404)
  expect((await copyOf('nobody', article.id)).status).toBe(401)
})

it('a copy that comes back with changes tells which words became which', async () => {
  const { actor, token } = await makeUser()
  const text = 'Only nine came to the pier. It rained.'
  const article = await makeArticle(actor, {
    ...{ title: 'The pier', language: 'en', text },
    claims: [
      {
        ...{ quote: 'Only nine came', status: 'disputed', finding: 'Police counted hundreds.' },
        correction: { replacement: 'Hundreds crowded in from every town', reason: 'Police' },
      },
    ],
  })
  const read = await readDocx(Buffer.from(await (await copyOf(token, article.id)).arrayBuffer()))
  expect(read.tracked?.base).toBe(text)
  const { status, body } = await call<{
    claims: { state: string; remarks: string[]; after: { quote: string } }[]
  }>(token, 'POST', `/articles/${article.id}/revisions`, {
    body: { text: read.text, changes: read.tracked?.changes },
  })
  expect(status).toBe(201)
  expect(body.claims).toMatchObject([
    { state: 'changed', after: { quote: 'Hundreds crowded in from every town' } },
  ])
  expect(body.claims[0]?.remarks).toContain('tracked')
})
