import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { claimExportParamsSchema } from '@/domain/claim/list'
import { listClaims } from '@/domain/claim/queries'
import type { Actor } from '@/domain/user/policy'
import { db, LONG_READS, longReadPool, sqlPool } from '@/prisma/client'
import { makeRows, params } from '@/tests/claim-rows'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { claimsToExport, type ClaimsToExport } from './queries'
import type { ExportedClaim } from './schema'

let actor: Actor
const opened: ClaimsToExport[] = []

beforeAll(async () => {
  actor = (await makeUser()).actor
})
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

async function open(written: Record<string, string>, reader = actor) {
  const { bom: _, separator: __, ...selection } = claimExportParamsSchema.parse(written)
  const claims = await claimsToExport(reader, selection)
  opened.push(claims)
  return claims
}

async function all({ batches }: ClaimsToExport): Promise<ExportedClaim[]> {
  const claims: ExportedClaim[] = []
  for await (const batch of batches) claims.push(...batch)
  return claims
}

/** Enough rows for several batches, many of them with equal times. */
async function manyRows() {
  const desk = `desk ${unique()}`
  const made = await makeRows(
    actor,
    Array.from({ length: 620 }, (_, index) => ({
      updatedAt: new Date(Date.UTC(2026, 0, 1 + (index % 5))),
      status: index % 2 ? ('disputed' as const) : ('unreviewed' as const),
      withdrawnAt: index % 50 === 0 ? new Date() : null,
    })),
    { desk },
  )
  return { desk, ...made }
}

describe('an export', () => {
  it('contains everything the list contains, in its order, whatever page is shown', async () => {
    const { desk } = await manyRows()
    for (const order of [{}, { sort: 'status,number', order: 'desc,desc' }, { sort: 'article' }] as Record<
      string,
      string
    >[]) {
      const claims = await open({ desk, ...order, limit: '25' })
      const got = (await all(claims)).map(({ id }) => id)
      const listed: string[] = []
      for (let after: string | null = ''; after !== null;) {
        const page: Awaited<ReturnType<typeof listClaims>> = await listClaims(
          actor,
          params({ desk, ...order, after, limit: '200' }),
        )
        listed.push(...page.items.map(({ id }) => id))
        after = page.next
      }
      expect(got).toEqual(listed)
      expect(claims.total).toBe(607)
    }
  })

  it('applies the filters of the list', async () => {
    const { desk } = await manyRows()
    const claims = await all(await open({ desk, status: 'disputed' }))
    expect(claims).toHaveLength(310)
    expect(claims.every(({ status }) => status === 'disputed')).toBe(true)
    expect(await all(await open({ desk, q: 'zzzz no such' }))).toEqual([])
  })

  it('includes sources in force, people, desk and article', async () => {
    const article = await makeArticle(actor)
    const [first] = article.claims
    const claimId = first?.id ?? ''
    const source = { claimId, kind: 'link' as const, stance: 'refutes' as const, createdById: actor.id }
    await db().source.createMany({
      data: [
        { ...source, title: 'Yearbook', published: '2024-02-29' },
        { ...source, title: 'Gone', removedAt: new Date() },
      ],
    })
    const due = new Date('2026-05-01T10:00:00Z')
    await db().claim.update({ where: { id: claimId }, data: { assigneeId: actor.id, dueAt: due } })
    const [claim] = await all(await open({ article: article.id, sort: 'number' }))
    expect(claim).toMatchObject({
      id: claimId,
      number: 1,
      dueAt: due,
      article: { id: article.id, title: article.title, revision: 1 },
      desk: { name: article.desk },
      assignee: { id: actor.id },
      reviewer: null,
      sources: [{ title: 'Yearbook', stance: 'refutes', published: '2024-02-29' }],
    })
    expect(claim?.sources).toHaveLength(1)
  })

  it('is a snapshot: it leaves out what is written while it is read', async () => {
    const { desk, articleId, ids } = await manyRows()
    const claims = await open({ desk, sort: 'number' })
    const got: ExportedClaim[] = []
    for await (const batch of claims.batches) {
      if (got.length === 0) {
        await db().claim.updateMany({ where: { articleId }, data: { finding: 'written later' } })
        await db().claim.update({ where: { id: ids.at(-1) ?? '' }, data: { withdrawnAt: new Date() } })
      }
      got.push(...batch)
    }
    expect(got).toHaveLength(607)
    expect(got.some(({ finding }) => finding !== '')).toBe(false)
  })

  it('may be read by a viewer and not by a role without reading rights', async () => {
    const article = await makeArticle(actor)
    const viewer = (await makeUser({ role: 'viewer' })).actor
    expect(await all(await open({ article: article.id }, viewer))).toHaveLength(2)
    const nobody = { ...viewer, role: 'none' as 'viewer' }
    await expect(open({}, nobody)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

const backends = async () =>
  (
    await sqlPool().query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and application_name = 'factdesk long read'`,
    )
  ).rows[0]?.n

describe('the connection of an export', () => {
  it('is returned after the last row, when reading stops early, and when the export is closed', async () => {
    const { desk } = await manyRows()
    await all(await open({ desk }))
    expect(longReadPool().totalCount).toBe(0)
    for await (const _ of (await open({ desk })).batches) break
    expect(longReadPool().totalCount).toBe(0)
    const claims = await open({ desk })
    expect(longReadPool().totalCount).toBe(1)
    claims.close()
    expect(longReadPool().totalCount).toBe(0)
    await expect(all(claims)).rejects.toThrow()
    await expect.poll(backends).toBe(0)
  })

  it('is one of a few, and further exports are refused as busy', async () => {
    const article = await makeArticle(actor)
    for (let one = 0; one < LONG_READS; one += 1) await open({ article: article.id })
    const { options } = longReadPool()
    const patience = options.connectionTimeoutMillis
    options.connectionTimeoutMillis = 50
    await expect(open({ article: article.id })).rejects.toMatchObject({ code: 'busy' })
    options.connectionTimeoutMillis = patience
    for (const one of opened.splice(0)) one.close()
    expect(await all(await open({ article: article.id }))).toHaveLength(2)
  })
})
