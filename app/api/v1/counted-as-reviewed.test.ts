import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { withdrawClaim } from '@/domain/claim/commands'
import { changeArticle } from '@/domain/article/commands'
import { listArticles } from '@/domain/article/queries'
import { previewReport } from '@/domain/report/queries'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { print } from '@/printing/formats'
import { call } from '@/tests/api'
import { makeArticle, makeUser, type MadeArticle } from '@/tests/factories'

const SENTENCES = [
  'The north plant employs 500 workers.',
  'Output rose by 4 percent.',
  'قال الوزير إن السد اكتمل.',
  'The toll is two coins.',
]
const [KEPT, , , TWICE] = SENTENCES
/** The text after an edit: one figure changed, and the minister's sentence is gone. */
const REVISED = [KEPT, 'Output rose by 5 percent.', TWICE].join(' ')

const COUNTS = { verified: 1, unreviewed: 2, disputed: 0, needs_source: 0 }
const ANCHORS = { anchored: 1, changed: 1, orphaned: 1 }
/** What every list and file must say about each claim in force, by number. */
const ROWS = [
  ['1', 'verified', 'anchored'],
  ['2', 'unreviewed', 'changed'],
  ['3', 'unreviewed', 'orphaned'],
]

type Row = { number: number; status: string; anchorState: string }
const told = ({ number, status, anchorState }: Row) => [String(number), status, anchorState]

let actor: Actor
let token: string
let article: MadeArticle

beforeAll(async () => {
  ;({ actor, token } = await makeUser())
  article = await makeArticle(actor, {
    text: SENTENCES.join(' '),
    claims: SENTENCES.map((sentence) => ({
      quote: sentence.slice(0, -1),
      status: 'verified' as const,
      sources: [{ title: 'The log', stance: 'supports' as const }],
    })),
  })
  const twice = article.claims[3]
  await withdrawClaim(actor, { id: twice?.id ?? '', version: 1, why: 'Twice.' })
  const body = { text: REVISED }
  expect((await call(token, 'POST', `/articles/${article.id}/revisions`, { body })).status).toBe(201)
})

const get = async <T>(path: string) => {
  const answer = await call<T>(token, 'GET', path)
  expect(answer.status).toBe(200)
  return answer
}

describe('of four verified claims, one to settle, one gone and one withdrawn, one counts as reviewed', () => {
  it('in the article and in the list of articles', async () => {
    const { body } = await get(`/articles/${article.id}`)
    expect(body).toMatchObject({ counts: COUNTS, anchors: ANCHORS })
    const { items } = await listArticles(actor, { limit: 200 })
    const row = items.find(({ id }) => id === article.id)
    expect(row).toMatchObject({ revision: 2, counts: COUNTS, anchors: ANCHORS })
  })

  it('in the list of claims and its counts', async () => {
    type Page = { items: Row[]; total: number }
    const { body } = await get<Page>(`/claims?article=${article.id}&sort=number`)
    expect(body.items.map(told)).toEqual(ROWS)
    for (const [filter, numbers] of [
      ['status=verified', [1]],
      ['status=unreviewed', [2, 3]],
      ['anchor=changed', [2]],
      ['anchor=orphaned,anchored', [1, 3]],
      ['status=verified&anchor=changed,orphaned', []],
    ] as const) {
      const page = (await get<Page>(`/claims?article=${article.id}&sort=number&${filter}`)).body
      expect([filter, page.items.map(({ number }) => number), page.total]).toEqual([
        filter,
        numbers,
        numbers.length,
      ])
    }
    const facets = (await get(`/claims/facets?article=${article.id}`)).body
    expect(facets).toEqual({ status: COUNTS, assignee: { none: 3 }, anchor: ANCHORS })
  })

  it('in the exports', async () => {
    const query = `?article=${article.id}&sort=number`
    const csv = parse<Record<string, string>>((await get(`/claims/export.csv${query}`)).text, {
      bom: true,
      columns: true,
    })
    expect(csv.map((row) => [row.claim_number, row.status, row.anchor])).toEqual(ROWS)
    const lines = (await get(`/claims/export.jsonl${query}`)).text.trim().split('\n').slice(0, -1)
    expect(lines.map((line) => told(JSON.parse(line) as Row))).toEqual(ROWS)
  })

  it('in the figures of a period', async () => {
    const { body } = await get(`/corrections/statistics?desk=${encodeURIComponent(article.desk)}`)
    expect(body).toMatchObject({ checks: { now: 1, before: 0, checkers: 1 } })
  })

  it('for clearing', async () => {
    const { version } = await db().article.findUniqueOrThrow({ where: { id: article.id } })
    const { body } = await get(`/articles/${article.id}/coverage`)
    expect(body).toMatchObject({ covered: false, open: { unreviewed: 1, changed: 1, orphaned: 1 } })
    await expect(changeArticle(actor, { id: article.id, version, state: 'cleared' })).rejects.toMatchObject({
      key: 'notCleared',
      params: { unreviewed: 1, changed: 1, orphaned: 1 },
    })
  })

  it('in reports', async () => {
    type Content = {
      counts: object
      claims: { number: number; status: string; anchor: string; reviewedBy: string | null }[]
      obstacles: { kind: string; claims?: number[] }[]
    }
    const { body } = await get<Content>(`/articles/${article.id}/report.json`)
    expect(body.counts).toEqual(COUNTS)
    const claims = body.claims.toSorted((a, b) => a.number - b.number)
    expect(claims.map(({ number, status, anchor }) => [String(number), status, anchor])).toEqual(ROWS)
    expect(claims.map(({ reviewedBy }) => reviewedBy !== null)).toEqual([true, false, false])
    expect(body.obstacles).toMatchObject([
      { kind: 'unreviewed', claims: expect.arrayContaining([2, 3]) as number[] },
      { kind: 'changed', claims: [2] },
      { kind: 'orphaned', claims: [3] },
      { kind: 'open_sentences' },
    ])
    const csv = parse<Record<string, string>>((await get(`/articles/${article.id}/report.csv`)).text, {
      bom: true,
      columns: true,
    })
    expect(csv.map((row) => [row.claim_number, row.status, row.anchor]).sort()).toEqual(ROWS)
    const content = await previewReport(actor, article.id, { language: 'en', internal: true })
    const markup = new TextDecoder().decode(await print({ content, proof: null }, 'jsonld'))
    type Own = { id: string }
    type Item = { 'factdesk:status': Own; 'factdesk:anchor': Own }
    const { first } = JSON.parse(markup) as { first: { items: Item[] } }
    const told = first.items.map((item) => [item['factdesk:status'].id, item['factdesk:anchor'].id])
    expect(told.sort()).toEqual(
      ROWS.map(([, status, anchor]) => [`factdesk:${status}`, `factdesk:${anchor}`]).sort(),
    )
    const final = await call(token, 'POST', `/articles/${article.id}/reports`, {
      body: { kind: 'final', language: 'en' },
    })
    expect(final.status).toBe(409)
  })
})

it('no row of the database is reviewed while its words are gone or to settle', async () => {
  for (const anchorState of ['changed', 'orphaned'] as const) {
    const claim = { where: { id: article.claims[0]?.id ?? '' }, data: { anchorState } }
    await expect(db().claim.update(claim)).rejects.toThrow('claim_reviewed_stands')
  }
})
