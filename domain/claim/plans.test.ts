import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeCursor } from '@/domain/list/cursor'
import { countSql, pageSql, type Sql } from '@/domain/list/sql'
import type { Keyset } from '@/domain/list/table'
import { sqlPool } from '@/prisma/client'
import { makeRows, params } from '@/tests/claim-rows'
import { makeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { planOf } from '@/tests/plan'
import { cellsOfClaims, facetsSql } from './facets'
import { claimList, type ClaimListParams } from './list'
import type { ClaimReader } from './reader'

// Which index is cheapest depends on the rows and statistics of the database, so no other test writes into this one.
withOwnDatabase()

let reader: ClaimReader
const pageOf = (asked: ClaimListParams, signOff = reader.signOff) =>
  pageSql(claimList, asked, { ...reader, signOff })

beforeAll(async () => {
  const { actor } = await makeUser()
  reader = { id: actor.id, at: new Date(), zone: 'Africa/Cairo', signOff: 'disputed' }
  const { articleId } = await makeRows(actor, [])
  await sqlPool().query(
    `insert into claim (id, article_id, number, quote, status, due_at, created_by_id, created_at, updated_at)
     select gen_random_uuid(), $1, n, 'كلمة رقم ' || n || ' of many words', (enum_range(null::"ClaimStatus"))[1 + n % 4],
       case when n % 3 = 0 then null else now() + n * interval '1 hour' end, $2,
       now() - n * interval '1 minute', now() - n * interval '1 second'
     from generate_series(1, 3000) n`,
    [articleId, actor.id],
  )
  await sqlPool().query('vacuum analyze claim')
})

/** Vacuums first: while an older snapshot is open, a vacuum leaves the visibility map as it was. */
async function planAfterVacuum(sql: Sql): Promise<string> {
  await sqlPool().query('vacuum claim')
  return planOf(sql)
}

const HOUR = 3_600_000
const at = new Date(Date.now() - 24 * HOUR).toISOString()
const justNow = new Date(Date.now() - HOUR / 4).toISOString()
const after = (written: Record<string, string>, keyset: Keyset) =>
  params({ ...written, after: encodeCursor(params(written).by, [...keyset, randomUUID()]) })

describe('the list uses an index', () => {
  it.each<[string, Record<string, string>, Keyset, string]>([
    ['newest first', {}, [justNow], 'claim_updated_at_id_idx'],
    ['created', { sort: 'created', order: 'asc' }, [at], 'claim_created_at_id_idx'],
    ['due first', { sort: 'due', order: 'asc' }, [at], 'claim_due_asc_idx'],
    ['due last', { sort: 'due', order: 'desc' }, [null], 'claim_due_desc_idx'],
    ['person', { sort: 'assignee', order: 'asc' }, ['b'], 'claim_assignee_asc_idx'],
    ['person, backwards', { sort: 'assignee', order: 'desc' }, [null], 'claim_assignee_desc_idx'],
    ['number', { sort: 'number', order: 'asc' }, [7], 'claim_number_id_idx'],
  ])('%s, from the first page and from a cursor', async (_, written, keyset, index) => {
    const first = await planOf(pageOf(params(written)))
    expect(first).toContain(`using ${index} on claim`)
    expect(first, 'no sort before the page is cut').not.toMatch(/Limit\n\s*->\s*Sort/)
    const later = await planOf(pageOf(after(written, keyset)))
    expect(later).toMatch(new RegExp(`using ${index} on claim.*\\n\\s*Index Cond: \\(`))
  })

  it('for a search by words', async () => {
    const plan = await planOf(
      pageOf(params({ q: 'رقم 2999' })),
      'set local enable_bitmapscan = on; set local enable_indexscan = off;',
    )
    expect(plan).toContain('Bitmap Index Scan on claim_search_idx')
  })

  it('for the few that are to settle or gone', async () => {
    for (const anchor of ['changed', 'changed,orphaned']) {
      const plan = await planOf(pageOf(params({ anchor })))
      expect(plan).toContain('claim_anchor_state_updated_at_id_idx')
    }
  })

  /** Of a page with one filter, the line of the plan that reads the claims. */
  it.each<[string, Record<string, string>, string]>([
    ['overdue', { due: 'overdue', sort: 'due' }, 'claim_unreviewed_due_idx'],
    ['due today', { due: 'today', sort: 'due' }, 'claim_due_asc_idx'],
    ['due this week, last first', { due: 'week', sort: 'due', order: 'asc' }, 'claim_due_asc_idx'],
    ['mine', { assignee: 'me' }, 'claim_assignee_id_updated_at_id_idx'],
    ['nobody’s, as most are', { assignee: 'none' }, 'claim_updated_at_id_idx'],
    ['waiting for a second person', { signoff: 'waiting' }, 'claim_second_person_idx'],
    [
      'made on some days',
      { created: '2026-01-01..2026-01-07', sort: 'created', order: 'asc' },
      'claim_created_at_id_idx',
    ],
    ['changed since a day', { updated: '2026-01-01..' }, 'claim_updated_at_id_idx'],
  ])('for those that are %s, without sorting', async (_, written, index) => {
    const plan = await planOf(pageOf(params(written)), 'set local enable_sort = off;')
    expect(plan).toContain(`using ${index} on claim`)
    expect(plan).not.toMatch(/Limit\n\s*->\s*Sort/)
  })

  it('for all that are reviewed, where each of them needs a second person', async () => {
    const plan = await planOf(pageOf(params({ signoff: 'waiting' }), 'reviewed'))
    expect(plan).toContain('claim_unsigned_idx')
  })

  it('for those without a source, which reads no sources', async () => {
    const plan = await planOf(pageOf(params({ source: 'none' })), 'set local enable_hashjoin = off;')
    expect(plan).toContain('using claim_updated_at_id_idx on claim')
    expect(plan).toMatch(/Index Only Scan using source_claim_id_removed_at_idx on source/)
  })

  it('and all claims are counted without reading any', async () => {
    const asked: Record<string, string>[] = [
      {},
      { status: 'disputed' },
      { desk: 'City', priority: 'high,urgent' },
    ]
    for (const written of asked) {
      const plan = await planOf(facetsSql(params(written), reader))
      expect(plan).toContain('on claim_count')
      expect(plan).not.toMatch(/ on claim( |$)/m)
    }
  })

  it('and counts read no rows of the table', async () => {
    const disputed = params({ status: 'disputed' })
    const toSettle = params({ anchor: 'changed' })
    for (const sql of [
      cellsOfClaims(disputed, reader),
      countSql(claimList, disputed, reader),
      cellsOfClaims(toSettle, reader),
    ])
      await expect.poll(() => planAfterVacuum(sql)).toContain('Index Only Scan using claim_facets_idx')
  })
})
