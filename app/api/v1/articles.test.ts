import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { ARTICLE_TEXT, makeArticle, makeUser, unique } from '@/tests/factories'

type Created = {
  id: string
  title: string
  language: string
  revision: number
  claims: {
    id: string
    number: number
    quote: string
    status: string
    anchor: { state: string; start: number; end: number; prefix: string; suffix: string }
  }[]
}

describe('creating an article', () => {
  it('answers 201 with the article’s address and the place of each claim', async () => {
    const { token } = await makeUser()
    const answer = await call<Created>(token, 'POST', '/articles', {
      body: {
        title: 'Bridge',
        language: 'en-gb',
        text: ARTICLE_TEXT,
        byline: 'A. Writer',
        desk: `desk ${unique()}`,
        canonicalUrl: 'https://example.org/bridge',
        deadline: '2026-12-01T18:00:00+05:00',
        claims: [
          { quote: 'nine thousand cars', status: 'disputed', finding: 'Seven thousand.' },
          { quote: 'The toll is two coins' },
        ],
      },
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1/articles/${answer.body.id}`)
    expect(answer.body).toMatchObject({ title: 'Bridge', language: 'en-GB', revision: 1 })
    const [first, second] = answer.body.claims
    expect(first).toMatchObject({ number: 1, status: 'disputed', quote: 'nine thousand cars' })
    expect(second).toMatchObject({ number: 2, status: 'unreviewed' })
    expect(ARTICLE_TEXT.slice(first?.anchor.start, first?.anchor.end)).toBe('nine thousand cars')
    expect(first?.anchor).toMatchObject({ state: 'anchored', suffix: ' a day. Nobody counted the bicyc' })
  })

  it.each(['central-asia-brief.en', 'quiet-diplomacy.ar', 'water-note.ar'])(
    'reads title and language from front matter, and accepts a review file unchanged: %s',
    async (name) => {
      const { token } = await makeUser()
      const markdown = await readFile(`scripts/demo/${name}.md`, 'utf8')
      const review = JSON.parse(await readFile(`scripts/demo/${name}.review.json`, 'utf8')) as {
        claims: { quote: string; status: string; rationale: string }[]
      }
      const answer = await call<Created>(token, 'POST', '/articles', { body: { markdown, ...review } })
      expect(answer.text).not.toContain('"errors"')
      expect(answer.status).toBe(201)
      expect(answer.body.language).toBe(name.slice(-2))
      expect(answer.body.claims.map((claim) => claim.status)).toEqual(
        review.claims.map((claim) => claim.status),
      )
      const [claim] = answer.body.claims
      const read = await call<{ finding: string }>(token, 'GET', `/claims/${claim?.id}`)
      expect(read.body.finding).toBe(review.claims[0]?.rationale)
    },
  )

  it('names each missing or ambiguous quote by its index and saves nothing', async () => {
    const { token } = await makeUser()
    const title = `Half ${unique()}`
    const answer = await call(token, 'POST', '/articles', {
      body: {
        title,
        language: 'en',
        text: 'It rained. It snowed. It rained.',
        claims: [{ quote: 'It snowed' }, { quote: 'It hailed' }, { quote: 'It rained' }],
      },
    })
    expect(answer.status).toBe(422)
    expect(faults(answer)).toEqual(['claims.1.quote quoteMissing', 'claims.2.quote quoteAmbiguous'])
    expect(answer.body.errors?.[1]?.pointer).toBe('#/claims/2/quote')
    expect(answer.body.errors?.[1]?.message).toContain('2 times')
    expect(await db().article.count({ where: { title } })).toBe(0)
  })

  it('offers the nearest words of a quote that stands nowhere, in the language of the reader', async () => {
    const { token } = await makeUser()
    const body = {
      title: 'Rain',
      language: 'en',
      text: 'It rained for nine days in May. It snowed.',
      claims: [{ quote: 'It rained for six days' }, { quote: 'Nobody drowned there' }],
    }
    const answer = await call(token, 'POST', '/articles', { body })
    const [missing, nowhere] = answer.body.errors ?? []
    expect(missing?.near).toEqual([
      {
        quote: 'It rained for nine days',
        prefix: '',
        suffix: expect.any(String) as string,
        start: 0,
        end: 23,
      },
    ])
    expect(missing?.message).toContain('“It rained for nine days”')
    expect(nowhere).not.toHaveProperty('near')
    const arabic = await call(token, 'POST', '/articles', { body, headers: { 'accept-language': 'ar' } })
    expect(arabic.body.errors?.[0]?.message).toContain('«It rained for nine days»')
  })

  it('tells copies of a quote apart by the words before them', async () => {
    const { token } = await makeUser()
    const answer = await call<Created>(token, 'POST', '/articles', {
      body: {
        title: 'Rain',
        language: 'en',
        text: 'On Monday it rained. On Friday it rained.',
        claims: [{ quote: 'it rained', prefix: 'On Friday ' }],
      },
    })
    expect(answer.body.claims[0]?.anchor.start).toBe(31)
  })

  it('writes once when two equal requests with one key arrive together', async () => {
    const { token } = await makeUser()
    const title = `Once ${unique()}`
    const send = () =>
      call<Created>(token, 'POST', '/articles', {
        body: { title, language: 'en', text: ARTICLE_TEXT, claims: [{ quote: 'two coins' }] },
        headers: { 'idempotency-key': 'the same' },
      })
    const [one, two] = await Promise.all([send(), send()])
    const three = await send()
    expect([one.status, two.status, three.status]).toEqual([201, 201, 201])
    expect(two.body).toEqual(one.body)
    expect(three.body).toEqual(one.body)
    expect(await db().article.count({ where: { title } })).toBe(1)
    expect(await db().event.count({ where: { articleId: one.body.id } })).toBe(1)
  })

  it('keeps the keys of different people apart', async () => {
    const [one, two] = [await makeUser(), await makeUser()]
    const send = (token: string) =>
      call<Created>(token, 'POST', '/articles', {
        body: { title: 'Key', language: 'en', text: ARTICLE_TEXT },
        headers: { 'idempotency-key': 'shared' },
      })
    expect((await send(one.token)).body.id).not.toBe((await send(two.token)).body.id)
  })
})

describe('reading articles', () => {
  it('gives the text, its blocks, the claims with their places, and the counts', async () => {
    const { actor, token } = await makeUser()
    const article = await makeArticle(actor)
    const answer = await call<Created & { text: string; desk: string; counts: object; blocks: object[] }>(
      token,
      'GET',
      `/articles/${article.id}`,
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      text: ARTICLE_TEXT,
      desk: article.desk,
      counts: { unreviewed: 2, needs_source: 0, disputed: 0, verified: 0 },
      blocks: [{ kind: 'paragraph', start: 0, end: ARTICLE_TEXT.length }],
    })
    for (const { quote, anchor } of answer.body.claims)
      expect(answer.body.text.slice(anchor.start, anchor.end)).toBe(quote)
  })

  it('pages through the list without losing or repeating one', async () => {
    const { actor, token } = await makeUser()
    const made = [await makeArticle(actor), await makeArticle(actor), await makeArticle(actor)].map(
      ({ id }) => id,
    )
    const seen: string[] = []
    let next: string | null = ''
    for (let page = 0; page < 200 && next !== null && !made.every((id) => seen.includes(id)); page += 1) {
      const query: string = next ? `&after=${encodeURIComponent(next)}` : ''
      const answer = await call<{ items: { id: string }[]; next: string | null }>(
        token,
        'GET',
        `/articles?limit=2${query}`,
      )
      expect(answer.status).toBe(200)
      expect(answer.body.items.length).toBeLessThanOrEqual(2)
      seen.push(...answer.body.items.map((item) => item.id))
      next = answer.body.next
    }
    expect(seen.filter((id) => made.includes(id))).toEqual(made.toReversed())
    expect(new Set(seen).size).toBe(seen.length)
  })

  it.each([
    ['limit=0', 'limit tooSmall'],
    ['limit=100000', 'limit tooLarge'],
    ['limit=ten', 'limit wrongFormat'],
    ['after=nonsense', 'after cursorInvalid'],
  ])('refuses the query %s', async (query, fault) => {
    const { token } = await makeUser({ role: 'viewer' })
    const answer = await call(token, 'GET', `/articles?${query}`)
    expect(answer.status).toBe(400)
    expect(faults(answer)).toEqual([fault])
  })
})
