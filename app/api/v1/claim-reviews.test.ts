import { beforeAll, describe, expect, it } from 'vitest'
import { call, faults, type Problem } from '@/tests/api'
import { makeArticle, makeUser, type MadeUser } from '@/tests/factories'

let editor: MadeUser
let viewer: MadeUser
beforeAll(async () => {
  ;[editor, viewer] = await Promise.all([makeUser({ role: 'editor' }), makeUser({ role: 'viewer' })])
})

type Claim = { version: number; attribution: { speaker: string; saidOn: string } | null }

async function disputed() {
  const article = await makeArticle(editor.actor, {
    canonicalUrl: 'https://news.example.org/bridge',
    text: 'The bridge opened in 1998. It carries nine thousand cars a day.',
    claims: [
      { quote: 'The bridge opened in 1998', status: 'disputed', finding: 'In 1999.' },
      { quote: 'It carries nine thousand cars a day' },
    ],
  })
  return { article, claim: article.claims[0]?.id ?? '' }
}

describe('PUT /claims/{id}/attribution', () => {
  it('names the speaker, answers with the claim, and clears the attribution again', async () => {
    const { claim } = await disputed()
    const address = `/claims/${claim}/attribution`
    const body = { version: 1, speaker: ' Dana ', saidOn: '2024-03-10' }
    const named = await call<Claim>(editor.token, 'PUT', address, { body })
    expect(named).toMatchObject({
      status: 200,
      body: { version: 2, attribution: { speaker: 'Dana', saidOn: '2024-03-10' } },
    })
    const lost = await call(editor.token, 'PUT', address, { body: { version: 1, speaker: 'Omar' } })
    expect(lost).toMatchObject({
      status: 409,
      body: { current: { version: 2, attribution: { speaker: 'Dana' } } },
    })
    const cleared = await call<Claim>(editor.token, 'PUT', address, { body: { version: 2, speaker: null } })
    expect(cleared.body).toMatchObject({ version: 3, attribution: null })
  })

  it('names the wrong field', async () => {
    const { claim } = await disputed()
    const put = async (body: object, token = editor.token) =>
      call<Problem>(token, 'PUT', `/claims/${claim}/attribution`, {
        body: { version: 1, speaker: 'Dana', ...body },
      })
    expect(faults(await put({ speaker: ' ' }))).toEqual(['speaker required'])
    expect(faults(await put({ speaker: undefined }))).toEqual(['speaker required'])
    expect(faults(await put({ saidOn: '2023-02-29' }))).toEqual(['saidOn notADay'])
    expect(faults(await put({ saidOn: '1445-01-15' }))).toEqual(['saidOn dayYear'])
    expect(faults(await put({ saidOn: '2100-01-01' }))).toEqual(['saidOn dayInFuture'])
    expect(faults(await put({ saidOn: '15 January 2024' }))).toEqual(['saidOn notADay'])
    expect(faults(await put({ saidAt: 'javascript:alert(1)' }))).toEqual(['saidAt urlScheme'])
    expect(faults(await put({ rating: 6 }))).toEqual(['rating tooLarge'])
    expect(faults(await put({ rating: 5 }))).toEqual(['rating ratingAgainstVerdict'])
    expect(faults(await put({ said: 'x' }))).toEqual(['said unknownField'])
    expect((await put({}, viewer.token)).status).toBe(403)
  })
})

it('an article’s reviews and refusals go to anyone who may read the article', async () => {
  const { article, claim } = await disputed()
  await call(editor.token, 'PUT', `/claims/${claim}/attribution`, { body: { version: 1, speaker: 'Dana' } })
  const address = `/articles/${article.id}/claim-review.json`
  const answer = await call<{ reviews: object[]; refused: object[] }>(viewer.token, 'GET', address)
  expect(answer.body.reviews).toMatchObject([
    { '@type': 'ClaimReview', itemReviewed: { author: { name: 'Dana' } } },
  ])
  expect(answer.body.refused).toMatchObject([{ claim: { number: 2 }, reasons: ['no_speaker', 'no_verdict'] }])
  expect((await call(null, 'GET', address)).status).toBe(401)
})

describe('POST /claim-review/validate', () => {
  const markup = JSON.stringify({ '@context': 'https://schema.org', '@type': 'ClaimReview', url: '/a' })
  type Checked = { valid: boolean; reviews: { problems: { path: string; key: string; message: string }[] }[] }

  it('describes each problem in the reader’s language', async () => {
    const [english, arabic] = await Promise.all(
      ['en', 'ar'].map((language) =>
        call<Checked>(viewer.token, 'POST', '/claim-review/validate', {
          body: { markup },
          headers: { 'accept-language': language },
        }),
      ),
    )
    const [problem] = english?.body.reviews[0]?.problems ?? []
    expect(problem).toMatchObject({
      path: '$.claimReviewed',
      key: 'required',
      message: 'claimReviewed is missing; without it no one shows the review.',
    })
    expect(arabic?.body.reviews[0]?.problems[0]?.message).toContain('ناقصة')
    expect(english?.body.valid).toBe(false)
  })

  it('refuses markup that is too large or empty, and refuses strangers', async () => {
    const post = (body: object, token: string | null = viewer.token) =>
      call<Problem>(token, 'POST', '/claim-review/validate', { body })
    expect(faults(await post({ markup: 'x'.repeat(500_001) }))).toEqual(['markup markupTooLarge'])
    expect(faults(await post({ markup: '' }))).toEqual(['markup required'])
    expect(faults(await post({ markup, page: 'ftp://x' }))).toEqual(['page urlScheme'])
    expect((await post({ markup }, null)).status).toBe(401)
  })
})
