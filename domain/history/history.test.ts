import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeArticle, createArticle } from '@/domain/article/commands'
import { changeArticleSchema, createArticleSchema } from '@/domain/article/schema'
import { makeClaim, restoreClaim, withdrawClaim } from '@/domain/claim/commands'
import { changeClaim } from '@/domain/review/commands'
import { addSource, changeSource, removeSource, restoreSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import type { Actor } from '@/domain/user/policy'
import { db, sqlPool } from '@/prisma/client'
import { migrate } from '@/services/migrate'
import { changeTogether } from '@/tests/bulk'
import { ARTICLE_TEXT, makeArticle, makeUser, unique } from '@/tests/factories'
import { databaseOf, onServer } from '@/tests/global-setup'
import { verifyChain } from './chain'
import { articleHistory, claimHistory } from './queries'

const RESTRICTED = { code: '23001' }

/**
 * A name of its own: if the database did not refuse to empty a table, the test would delete every other test's rows.
 */
const empty = `factdesk_empty_${unique()}`
const server = () => process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL ?? ''

beforeAll(async () => {
  await onServer(server(), `create database ${empty}`)
  await migrate(databaseOf(server(), empty))
})
afterAll(() => onServer(server(), `drop database if exists ${empty} with (force)`))

it.each(['event', 'revision', 'article', '"user"'])(
  'the database refuses to empty %s and the tables that depend on it',
  async (table) => {
    const client = new pg.Client({ connectionString: databaseOf(server(), empty) })
    await client.connect()
    try {
      await expect(client.query(`truncate ${table} cascade`)).rejects.toMatchObject(RESTRICTED)
    } finally {
      await client.end()
    }
  },
)

it.each([
  ['event', `update event set verb = 'claim.reviewed' where article_id = $1`],
  ['event', 'update event set at = now() where article_id = $1'],
  ['event', 'delete from event where article_id = $1'],
  ['revision', `update revision set text = '' where article_id = $1`],
  ['revision', 'update revision set sha256 = sha256 where article_id = $1'],
  ['revision', 'delete from revision where article_id = $1'],
])('the database refuses to change %s: %s', async (table, sql) => {
  const { actor } = await makeUser()
  const { id } = await makeArticle(actor)
  const rows = async () =>
    (await sqlPool().query<object>(`select * from ${table} where article_id = $1`, [id])).rows
  const before = await rows()
  expect(before).toHaveLength(1)
  await expect(sqlPool().query(sql, [id])).rejects.toMatchObject(RESTRICTED)
  expect(await rows()).toEqual(before)
})

const eventsOf = (articleId: string) =>
  db().event.findMany({ where: { articleId }, orderBy: { position: 'asc' } })

async function expectWholeChain(articleId: string) {
  const { eventCount, eventHash } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  const lines = await eventsOf(articleId)
  expect(lines.length).toBeGreaterThan(0)
  expect(verifyChain(lines, { count: eventCount, hash: eventHash })).toBeNull()
  return lines
}

type Scene = { actor: Actor; articleId: string; claimId: string; sourceId: string; mark: string }

async function scene(): Promise<Scene> {
  const { actor } = await makeUser()
  const article = await makeArticle(actor)
  const claimId = article.claims[0]?.id ?? ''
  const source = { claimId, title: 'Toll counts', stance: 'supports', url: 'https://example.org/toll' }
  const sourceId = await addSource(actor, addSourceSchema.parse(source))
  return { actor, articleId: article.id, claimId, sourceId, mark: unique() }
}

type Run = () => Promise<unknown>
const claim = (fields: object) => (s: Scene) => () =>
  changeClaim(s.actor, { id: s.claimId, version: 1, ...fields })

/** One command for each verb. Lines that the preparation writes are not counted. */
const COMMANDS: [verb: string, prepare: (s: Scene) => Run | Promise<Run>][] = [
  [
    'article.changed',
    (s) => () =>
      changeArticle(s.actor, changeArticleSchema.parse({ id: s.articleId, version: 1, byline: 'New' })),
  ],
  [
    'claim.made',
    (s) => () =>
      makeClaim(s.actor, {
        articleId: s.articleId,
        revision: 1,
        quote: 'Nobody counted the bicycles',
        requestKey: s.mark,
      }),
  ],
  ['claim.reviewed', claim({ status: 'verified', finding: 'نعم: تسعة آلاف 😀' })],
  ['claim.finding_written', claim({ finding: 'Counted.' })],
  ['claim.planned', claim({ priority: 'high', dueAt: new Date('2026-12-01T08:00:00Z') })],
  [
    'claim.planned',
    (s) => () => changeTogether(s.actor, [{ id: s.claimId, version: 1 }], { assigneeId: s.actor.id }),
  ],
  ['claim.withdrawn', (s) => () => withdrawClaim(s.actor, { id: s.claimId, version: 1 })],
  [
    'claim.restored',
    async (s) => {
      await withdrawClaim(s.actor, { id: s.claimId, version: 1 })
      return () => restoreClaim(s.actor, { id: s.claimId, version: 2 })
    },
  ],
  [
    'source.added',
    (s) => {
      const source = { claimId: s.claimId, title: 'More', stance: 'context', requestKey: s.mark }
      return () => addSource(s.actor, addSourceSchema.parse(source))
    },
  ],
  [
    'source.changed',
    (s) => () =>
      changeSource(s.actor, {
        id: s.sourceId,
        version: 1,
        stance: 'refutes',
        url: undefined,
        published: undefined,
        accessed: undefined,
      }),
  ],
  ['source.removed', (s) => () => removeSource(s.actor, { id: s.sourceId, version: 1 })],
  [
    'source.restored',
    async (s) => {
      await removeSource(s.actor, { id: s.sourceId })
      return () => restoreSource(s.actor, { id: s.sourceId, version: 2 })
    },
  ],
]

it.each(COMMANDS)('%s writes one line of history, and none when repeated', async (verb, prepare) => {
  const made = await scene()
  const run = await prepare(made)
  const before = await eventsOf(made.articleId)
  await run()
  const after = await eventsOf(made.articleId)
  expect(after).toHaveLength(before.length + 1)
  expect(after.at(-1)).toMatchObject({ verb, actorId: made.actor.id })
  await run()
  expect(await expectWholeChain(made.articleId)).toEqual(after)
})

it('taking in an article writes one line, and a repeated request makes no second article', async () => {
  const { actor } = await makeUser()
  const input = createArticleSchema.parse({
    title: 'جسر',
    language: 'ar',
    text: ARTICLE_TEXT,
    claims: [{ quote: 'The bridge opened in 1998' }],
    requestKey: unique(),
  })
  const id = await createArticle(actor, input)
  expect(await createArticle(actor, input)).toBe(id)
  expect(await expectWholeChain(id)).toMatchObject([{ verb: 'article.created', position: 1 }])
})

it('a line stores only the fields that changed, before and after, and names the assignee', async () => {
  const { actor, articleId, claimId } = await scene()
  await changeClaim(actor, {
    id: claimId,
    version: 1,
    status: 'disputed',
    finding: 'No.',
    assigneeId: actor.id,
  })
  await changeClaim(actor, { id: claimId, version: 2, status: 'disputed', finding: 'Not so.' })
  const { items } = await claimHistory(actor, claimId)
  expect(items.slice(0, 2)).toMatchObject([
    { verb: 'claim.finding_written', before: { finding: 'No.' }, after: { finding: 'Not so.' } },
    {
      verb: 'claim.reviewed',
      before: { status: 'unreviewed', finding: '' },
      after: { status: 'disputed', finding: 'No.', assignee: actor.name },
    },
  ])
  expect(Object.keys(items[0]?.after ?? {})).toEqual(['finding'])
  const page = await articleHistory(actor, articleId, { limit: 2 })
  expect(page.items.map((line) => line.id)).toEqual(items.slice(0, 2).map((line) => line.id))
  const older = await articleHistory(actor, articleId, { after: [page.next] })
  expect(older.items.map((line) => line.verb)).toEqual(['source.added', 'article.created'])
  expect(older.items.map((line) => line.source?.title)).toEqual(['Toll counts', undefined])
  expect(older.next).toBeNull()
})

it('simultaneous writes still form one chain', async () => {
  const { actor, articleId, claimId } = await scene()
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      addSource(actor, addSourceSchema.parse({ claimId, title: `Source ${index}`, stance: 'context' })),
    ),
  )
  expect(await expectWholeChain(articleId)).toHaveLength(10)
})
