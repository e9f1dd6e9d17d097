import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeArticle } from '@/domain/article/commands'
import { restoreClaim, withdrawClaim } from '@/domain/claim/commands'
import { readRows } from '@/domain/list/queries'
import { changeClaim } from '@/domain/review/commands'
import { reviseArticle } from '@/domain/revision/commands'
import type { Actor } from '@/domain/user/policy'
import { db, sqlPool } from '@/prisma/client'
import { makeRows, params } from '@/tests/claim-rows'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { runs } from '@/tests/properties'
import { countedSql, countedTotalSql, isCounted } from './counted'
import { cellsOfClaims, countCells, type Cell } from './facets'
import { claimList, type ClaimListParams } from './list'
import { listClaims } from './queries'
import type { ClaimReader } from './reader'
import { PRIORITIES } from './rules'
import { CLAIM_STATUSES } from './statuses'

/** Kinds of claims whose counter is not the number of claims, in one snapshot. */
const MISCOUNTED = `
  with counted as (
    select status, assignee_id, anchor_state, priority, desk_id, language, sum(claims)::int as n
    from (select status, assignee_id, anchor_state, priority, desk_id, language, claims from claim_count
      union all select status, assignee_id, anchor_state, priority, desk_id, language, claims from claim_count_change) k
    group by 1, 2, 3, 4, 5, 6 having sum(claims) <> 0),
  had as (
    select c.status, coalesce(c.assignee_id, no_id()) as assignee_id, c.anchor_state, c.priority,
      coalesce(a.desk_id, no_id()) as desk_id, a.language, count(*)::int as n
    from claim c join article a on a.id = c.article_id where c.withdrawn_at is null group by 1, 2, 3, 4, 5, 6)
  select * from counted full join had using (status, assignee_id, anchor_state, priority, desk_id, language)
  where counted.n is distinct from had.n`
/** Cells that are not the counters of all desks and languages together. */
const MISADDED = `
  with counted as (
    select priority, status, assignee_id, anchor_state, sum(claims)::int as n from claim_count group by 1, 2, 3, 4)
  select * from counted full join claim_count_cell had using (priority, status, assignee_id, anchor_state)
  where counted.n is distinct from had.claims`
const miscounted = async () =>
  (await Promise.all([MISCOUNTED, MISADDED].map((sql) => sqlPool().query<object>(sql)))).flatMap(
    ({ rows }) => rows,
  )

let actor: Actor
let checkers: Actor[]
let reader: ClaimReader
beforeAll(async () => {
  actor = (await makeUser()).actor
  checkers = [(await makeUser({ role: 'checker' })).actor, (await makeUser({ role: 'checker' })).actor]
  reader = { id: actor.id, at: new Date(), zone: 'Africa/Cairo', signOff: 'disputed' }
})

const inOrder = (cells: readonly Cell[]) =>
  cells.map(({ status, assignee, anchor, n }) => [status, assignee, anchor, n].join(' ')).sort()

async function bothCount(asked: ClaimListParams) {
  const counters = await readRows<Cell>(countedSql(asked))
  const claims = await readRows<Cell>(cellsOfClaims(asked, reader))
  expect(inOrder(counters)).toEqual(inOrder(claims))
  const { total } = countCells(counters, asked, reader)
  expect(await readRows(countedTotalSql(asked, reader))).toEqual([{ n: total }])
  return total
}

describe('the counters know what counting the claims would tell', () => {
  it('under any filters that they can answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            status: fc.constantFrom(...CLAIM_STATUSES),
            priority: fc.constantFrom(...PRIORITIES),
            assigneeId: fc.constantFrom(null, ...checkers.map((one) => one.id)),
            withdrawnAt: fc.constantFrom(null, null, new Date()),
          }),
          { maxLength: 12 },
        ),
        fc.uniqueArray(fc.constantFrom(...PRIORITIES), { maxLength: 3 }),
        fc.constantFrom('', 'ar', 'en', 'ar,fa'),
        async (rows, priorities, language) => {
          const desk = `desk ${unique()}`
          await makeRows(actor, rows, { desk, language: 'ar' })
          const asked = params({ desk, priority: priorities.join(','), language })
          expect(isCounted(asked)).toBe(true)
          await bothCount(asked)
          await bothCount(params({ desk, status: 'disputed,verified', assignee: `none,${checkers[0]?.id}` }))
        },
      ),
      { numRuns: runs(15) },
    )
    expect(await miscounted()).toEqual([])
  })

  it('after reviews, plans, withdrawals, new texts, another desk and another language', async () => {
    const article = await makeArticle(actor)
    const [first, second] = article.claims
    if (!first || !second) throw new Error('The article has two claims')
    const inDesk = (desk: string) => bothCount(params({ desk }))
    const reviewed = await changeClaim(actor, { ...first, status: 'disputed', finding: 'It opened in 1999.' })
    await changeClaim(actor, {
      id: first.id,
      version: reviewed,
      assigneeId: checkers[0]?.id,
      priority: 'urgent',
    })
    await withdrawClaim(actor, second)
    expect(await inDesk(article.desk)).toBe(1)
    await restoreClaim(actor, { id: second.id, version: second.version + 1 })
    expect(await inDesk(article.desk)).toBe(2)
    await reviseArticle(actor, {
      articleId: article.id,
      text: 'The bridge opened in 1999. It carries nine thousand cars a day.',
    })
    expect(await inDesk(article.desk)).toBe(2)
    const { version } = await db().article.findUniqueOrThrow({ where: { id: article.id } })
    const other = `desk ${unique()}`
    await changeArticle(actor, { id: article.id, version, desk: other, language: 'fr' })
    expect([await inDesk(article.desk), await inDesk(other)]).toEqual([0, 2])
    expect(await bothCount(params({ desk: other, language: 'fr' }))).toBe(2)
    expect(await miscounted()).toEqual([])
  })

  it('when many changes are summed up, also by two at once', async () => {
    const desk = `desk ${unique()}`
    await makeRows(
      actor,
      Array.from({ length: 40 }, (_, n) => ({ status: n % 2 ? 'disputed' : 'verified' })),
      { desk },
    )
    const before = await readRows<Cell>(countedSql(params({ desk })))
    await Promise.all([1, 2, 3].map(() => sqlPool().query('select settle_claim_counts()')))
    expect(inOrder(await readRows<Cell>(countedSql(params({ desk }))))).toEqual(inOrder(before))
    expect(await miscounted()).toEqual([])
  })

  it('as the total of a list', async () => {
    const desk = `desk ${unique()}`
    await makeRows(
      actor,
      Array.from({ length: 7 }, (_, n) => ({ status: n < 3 ? 'disputed' : 'verified' })),
      { desk },
    )
    const total = async (written: Record<string, string>) =>
      (await listClaims(actor, params({ desk, limit: '2', ...written }))).total
    expect([await total({}), await total({ status: 'disputed' }), await total({ q: 'Claim' })]).toEqual([
      7, 3, 7,
    ])
  })
})

it('a filter that no counter knows leaves the counting to the claims', () => {
  const known = {
    status: 'disputed',
    anchor: 'changed',
    priority: 'high',
    desk: 'City',
    language: 'ar',
    assignee: 'me',
  }
  const others = {
    q: 'bridge',
    due: 'overdue',
    signoff: 'waiting',
    source: 'none',
    cue: 'number',
    article: actor.id,
  }
  for (const [name, value] of Object.entries(known))
    expect(isCounted(params({ [name]: value })), name).toBe(true)
  for (const [name, value] of Object.entries(others))
    expect(isCounted(params({ [name]: value })), name).toBe(false)
  expect(Object.keys(claimList.filters).filter((name) => !(name in known) && !(name in others))).toEqual([
    'created',
    'updated',
  ])
})
