import { describe, expect, it } from 'vitest'
import { verifyChain } from '@/domain/history/chain'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { ARTICLE_TEXT, makeArticle, makeUser } from '@/tests/factories'

type Result = {
  revision: number
  counts: Record<string, number>
  rows: {
    row: number
    outcome: string
    claim: number | null
    sameAs: number | null
    place: { start: number; end: number } | null
    candidates: { start: number; prefix: string }[]
    near: { quote: string; start: number }[]
    errors: { field: string; key: string; message: string }[]
  }[]
  ignored: string[]
  claims: { id: string; number: number; row: number }[]
}

const TEXT = 'The bridge opened in 1998. It cost two coins. Later it cost two coins again. Nobody counted.'
const ROWS = [
  { quote: 'The bridge opened in 1998', status: 'disputed', rationale: 'In 1999.', mood: 'sad' },
  { quote: 'cost two coins' },
  { quote: 'It never closed' },
  {
    quote: 'Nobody counted',
    status: 'verified',
    sources: [{ title: 'Yearbook', url: 'example.org', stance: 'supports' }],
  },
  { quote: 'Later it', status: 'verified' },
  { quote: 'Nobody counted' },
  { quote: 'Later', status: 'maybe' },
]

async function scene(text = TEXT, claims: object[] = [{ quote: 'It cost two coins' }]) {
  const editor = await makeUser()
  const checker = await makeUser({ role: 'checker' })
  const article = await makeArticle(editor.actor, { text, claims: claims as never })
  return { editor, checker, article, address: `/articles/${article.id}/claims/import` }
}

const claimsOf = (articleId: string) =>
  db().claim.findMany({
    where: { articleId },
    orderBy: { number: 'asc' },
    include: { anchors: true, sources: true },
  })
const eventsOf = (articleId: string) =>
  db().event.findMany({ where: { articleId }, orderBy: { position: 'asc' } })

describe('an import of claims', () => {
  it('offers the nearest words of a row that stands nowhere, and takes none unasked', async () => {
    const { checker, article, address } = await scene()
    const rows = [{ quote: 'The bridge was opened in 1999' }, { quote: 'A shelter took in forty dogs' }]
    const send = (body: object) => call<Result>(checker.token, 'POST', address, { body })
    const { body } = await send({ rows, preview: true })
    expect(body.rows.map(({ outcome, near }) => [outcome, near.map(({ quote }) => quote)])).toEqual([
      ['missing', ['The bridge opened in 1998']],
      ['missing', []],
    ])
    const written = await send({ rows })
    expect([written.status, written.body.claims, written.body.rows[0]?.near]).toEqual([200, [], []])
    expect(await claimsOf(article.id)).toHaveLength(1)
    const [near] = body.rows[0]?.near ?? []
    expect((await send({ rows: [{ quote: near?.quote }] })).status).toBe(201)
  })

  it('only previews: it names every row and writes nothing', async () => {
    const { checker, article, address } = await scene()
    const rows = [...ROWS, { quote: 'It cost two coins' }]
    const { status, body } = await call<Result>(checker.token, 'POST', address, {
      body: { rows, preview: true },
    })
    expect(status).toBe(200)
    expect(body.rows.map((row) => [row.row, row.outcome])).toEqual([
      [1, 'anchored'],
      [2, 'ambiguous'],
      [3, 'missing'],
      [4, 'anchored'],
      [5, 'broken'],
      [6, 'duplicate'],
      [7, 'wrong'],
      [8, 'existing'],
    ])
    expect(body.counts).toMatchObject({ anchored: 2, ambiguous: 1, missing: 1, existing: 1, wrong: 1 })
    expect(body.rows[1]?.candidates.map((one) => one.prefix.slice(-3))).toEqual(['It ', 'it '])
    expect(body.rows[5]?.sameAs).toBe(4)
    expect(body.rows[7]?.claim).toBe(1)
    expect(body.rows[6]?.errors[0]).toMatchObject({ field: 'status', key: 'notOneOf' })
    expect(body.rows[6]?.errors[0]?.message).toContain('needs_source')
    expect(body.ignored).toEqual(['mood'])
    expect(body.claims).toEqual([])
    expect(await claimsOf(article.id)).toHaveLength(1)
    expect(await eventsOf(article.id)).toHaveLength(1)
  })

  it('becomes claims with verdict, reviewer, sources and anchors, and a line for the list and each claim', async () => {
    const { checker, article, address } = await scene()
    const { status, body } = await call<Result>(checker.token, 'POST', address, { body: { rows: ROWS } })
    expect(status).toBe(201)
    expect(body.claims.map(({ number, row }) => [number, row])).toEqual([
      [2, 1],
      [3, 4],
    ])
    const [, second, third] = await claimsOf(article.id)
    expect(second).toMatchObject({
      status: 'disputed',
      finding: 'In 1999.',
      reviewedById: checker.actor.id,
      createdById: checker.actor.id,
      anchors: [
        { start: 0, end: 25, quote: 'The bridge opened in 1998', suffix: '. It cost two coins. Later it co' },
      ],
    })
    expect(second?.keys.length).toBeGreaterThan(0)
    expect(third?.sources).toMatchObject([
      { title: 'Yearbook', url: 'https://example.org/', stance: 'supports', createdById: checker.actor.id },
    ])
    const events = await eventsOf(article.id)
    expect(events.map((event) => [event.verb, event.claimId])).toEqual([
      ['article.created', null],
      ['claim.laid_over', null],
      ['claim.made', second?.id],
      ['claim.made', third?.id],
    ])
    expect(events[1]?.after).toMatchObject({ revision: 1, claims: 2 })
    expect(events[2]?.after).toMatchObject({ number: 2, status: 'disputed', finding: 'In 1999.' })
    expect(verifyChain(events)).toBeNull()
    const made = await call<{ id: string }>(checker.token, 'POST', `/articles`, { body: {} })
    expect(made.status).toBe(403)
  })

  it('is refused as a whole in strict mode, naming each row', async () => {
    const { checker, article, address } = await scene()
    const refused = await call(checker.token, 'POST', address, { body: { rows: ROWS, strict: true } })
    expect(refused.status).toBe(422)
    expect(faults(refused)).toEqual([
      'rows.1.quote quoteAmbiguous',
      'rows.2.quote quoteMissing',
      'rows.4.status verifiedNeedsSource',
      'rows.5.quote sameAsRow',
      'rows.6.status notOneOf',
    ])
    const csv = 'quote,status\nNobody counted,\n"It never\nclosed",\n'
    const table = await call(checker.token, 'POST', address, { body: { csv, strict: true } })
    expect(faults(table)).toEqual(['csv.3.quote quoteMissing'])
    expect(await claimsOf(article.id)).toHaveLength(1)
    const good = await call<Result>(checker.token, 'POST', address, {
      body: { csv: 'quote\nNobody counted', strict: true },
    })
    expect(good.status).toBe(201)
  })

  it('brings the report of one article over to another with the same text', async () => {
    const claims = [
      { quote: 'The bridge opened in 1998', status: 'disputed', finding: '=1999' },
      {
        quote: 'It carries nine thousand cars a day',
        status: 'verified',
        sources: [{ title: 'Counts', publisher: 'City', url: 'https://example.org/c', stance: 'supports' }],
      },
    ]
    const one = await scene(ARTICLE_TEXT, claims)
    const report = await call(one.checker.token, 'GET', `/articles/${one.article.id}/report.csv`)
    expect(report.status).toBe(200)
    const two = await scene(ARTICLE_TEXT, [])
    const { body } = await call<Result>(two.checker.token, 'POST', two.address, {
      body: { csv: report.text },
    })
    expect(body.counts).toMatchObject({ anchored: 2 })
    const [before, after] = await Promise.all([claimsOf(one.article.id), claimsOf(two.article.id)])
    const told = (list: typeof before) =>
      list.map(({ quote, status, finding, sources, anchors }) => ({
        quote,
        status,
        finding,
        sources: sources.map(({ title, publisher, url, stance }) => ({ title, publisher, url, stance })),
        places: anchors.map(({ start, end }) => [start, end]),
      }))
    expect(told(after)).toEqual(told(before))
  })

  it('is written once per key', async () => {
    const { checker, article, address } = await scene()
    const once = { body: { rows: ROWS }, headers: { 'idempotency-key': 'k' } }
    const first = await call<Result>(checker.token, 'POST', address, once)
    const again = await call<Result>(checker.token, 'POST', address, once)
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(await claimsOf(article.id)).toHaveLength(3)
  })

  it('takes two thousand rows in one write', async () => {
    const sentences = Array.from(
      { length: 2_000 },
      (_, index) => `Bridge ${index} is ${index * 3} metres long.`,
    )
    const { checker, article, address } = await scene(sentences.join(' '), [])
    const rows = sentences.map((quote) => ({ quote, status: 'needs_source', url: 'https://example.org' }))
    const { status, body } = await call<Result>(checker.token, 'POST', address, { body: { rows } })
    expect(status).toBe(201)
    expect(body.claims).toHaveLength(2_000)
    expect(await db().source.count({ where: { claim: { articleId: article.id } } })).toBe(2_000)
    expect(verifyChain(await eventsOf(article.id))).toBeNull()
  }, 60_000)

  it('reopens a cleared article', async () => {
    const { editor, checker, article, address } = await scene('All is well here.', [
      { quote: 'All is well here', status: 'needs_source' },
    ])
    await db().article.update({ where: { id: article.id }, data: { state: 'cleared' } })
    await call(checker.token, 'POST', address, { body: { rows: [{ quote: 'well' }] } })
    const now = await db().article.findUniqueOrThrow({ where: { id: article.id } })
    expect([now.state, editor.actor.role]).toEqual(['checking', 'editor'])
  })

  it('makes claims again of words whose claim was withdrawn', async () => {
    const { checker, article, address } = await scene()
    const [claim] = article.claims
    await db().claim.update({ where: { id: claim?.id ?? '' }, data: { withdrawnAt: new Date() } })
    const { body } = await call<Result>(checker.token, 'POST', address, {
      body: { rows: [{ quote: 'It cost two coins' }] },
    })
    expect(body.claims).toMatchObject([{ number: 2, row: 1 }])
  })
})

describe('refusals', () => {
  it('meet a viewer, an unknown article, an older revision and malformed lists', async () => {
    const { editor, checker, article, address } = await scene()
    const viewer = await makeUser({ role: 'viewer' })
    const rows = [{ quote: 'Nobody counted' }]
    for (const preview of [true, false])
      expect((await call(viewer.token, 'POST', address, { body: { rows, preview } })).status).toBe(403)
    expect((await call(null, 'POST', address, { body: { rows } })).status).toBe(401)
    const none = '/articles/0193a000-0000-7000-8000-000000000001/claims/import'
    for (const preview of [true, false])
      expect((await call(checker.token, 'POST', none, { body: { rows, preview } })).status).toBe(404)
    const wrong = async (body: object) => faults(await call(checker.token, 'POST', address, { body }))
    expect(await wrong({})).toEqual(['rows rowsOrCsv'])
    expect(await wrong({ rows, csv: 'quote\na' })).toEqual(['rows rowsOrCsv'])
    expect(await wrong({ rows: [] })).toEqual(['rows listEmpty'])
    expect(await wrong({ csv: 'a,b\nc,d' })).toEqual(['csv listNoQuote'])
    expect(await wrong({ rows, mood: 1 })).toEqual(['mood unknownField'])
    await call(editor.token, 'POST', `/articles/${article.id}/revisions`, { body: { text: `${TEXT} More.` } })
    const stale = await call(checker.token, 'POST', address, { body: { rows, revision: 1 } })
    expect([stale.status, stale.body.code]).toEqual([409, 'conflict'])
    const unknown = await call(checker.token, 'POST', address, { body: { rows, revision: 9 } })
    expect(unknown.status).toBe(409)
    const { body: current } = await call(checker.token, 'GET', `/articles/${article.id}`)
    for (const late of [stale, unknown]) expect(late.body.current).toEqual(current)
    expect(await claimsOf(article.id)).toHaveLength(1)
  })

  it('do not include a list without usable rows: the answer is 200, and nothing is written', async () => {
    const { checker, article, address } = await scene()
    const { status, body } = await call<Result>(checker.token, 'POST', address, {
      body: { rows: [{ quote: 'It never closed' }] },
    })
    expect([status, body.claims]).toEqual([200, []])
    expect(await eventsOf(article.id)).toHaveLength(1)
  })
})
