import { expect, it } from 'vitest'
import { call } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

type Writers = Record<'status' | 'finding' | 'sources' | 'words', string[]>
type Report = { claims: { reviewedBy: string | null; writers?: Writers }[] }
type Issued = { id: string }

/** One editor marks the words and reviews them; another rewrites the finding and finds the source. */
async function rewritten() {
  const [marker, other] = [await makeUser(), await makeUser()]
  const article = await makeArticle(marker.actor, {
    text: 'The bridge opened in 1998.',
    claims: [{ quote: 'The bridge opened in 1998' }],
  })
  const path = `/claims/${article.claims[0]?.id}`
  const body = { version: 1, status: 'disputed', finding: 'It opened in 1999.' }
  expect((await call(marker.token, 'PATCH', path, { body })).status).toBe(200)
  const finding = { version: 2, finding: 'The archive says 1996.' }
  expect((await call(other.token, 'PATCH', path, { body: finding })).status).toBe(200)
  const source = { title: 'City archive', stance: 'refutes' }
  expect((await call(other.token, 'POST', `${path}/sources`, { body: source })).status).toBe(201)
  return { marker, other, article }
}

const issue = async (token: string, articleId: string, internal: boolean) => {
  const body = { kind: 'interim', language: 'en', internal }
  return (await call<Issued>(token, 'POST', `/articles/${articleId}/reports`, { body })).body
}

it('a report names who wrote each part, and is verified as it was issued', async () => {
  const { marker, other, article } = await rewritten()
  const names = [marker.actor.name, other.actor.name].sort()
  const writers = {
    status: [marker.actor.name],
    finding: names,
    sources: [other.actor.name],
    words: [marker.actor.name],
  }
  const preview = await call<Report>(marker.token, 'GET', `/articles/${article.id}/report.json`)
  expect(preview.body.claims[0]).toMatchObject({ reviewedBy: marker.actor.name, writers })
  const { id } = await issue(marker.token, article.id, true)
  const file = await call<{ content: Report }>(marker.token, 'GET', `/reports/${id}.json`)
  expect(file.body.content.claims[0]?.writers).toEqual(writers)
  for (const format of ['html', 'csv'])
    expect((await call(marker.token, 'GET', `/reports/${id}.${format}`)).text).toContain(other.actor.name)
  const form = new FormData()
  form.set('file', new Blob([file.text]), 'report.json')
  const sent = new Response(form)
  const checked = await call<{ result: string }>(null, 'POST', '/verify', {
    raw: new Uint8Array(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  })
  expect(checked.body.result).toBe('issued')
})

it('a report for outsiders names nobody of the newsroom', async () => {
  const { marker, other, article } = await rewritten()
  const { id } = await issue(marker.token, article.id, false)
  for (const format of ['json', 'html', 'csv', 'jsonld']) {
    const { status, text } = await call(marker.token, 'GET', `/reports/${id}.${format}`)
    expect(status).toBe(200)
    for (const { actor } of [marker, other])
      expect([format, text.includes(actor.name)]).toEqual([format, false])
  }
})
