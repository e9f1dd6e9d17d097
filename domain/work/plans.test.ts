import { beforeAll, expect, it } from 'vitest'
import type { Sql } from '@/domain/list/sql'
import { sqlPool } from '@/prisma/client'
import { makeRows } from '@/tests/claim-rows'
import { makeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { planOf } from '@/tests/plan'
import { workReader } from './queries'
import { articlesSql, peopleSql, workCountsSql, workRowsSql, type WorkReader } from './sql'

// Which index is cheapest depends on the rows and statistics of the database, so no other test writes into this one.
withOwnDatabase()

let reader: WorkReader
beforeAll(async () => {
  const { actor } = await makeUser()
  reader = workReader(actor)
  const { articleId } = await makeRows(actor, [])
  await sqlPool().query(
    `insert into claim (id, article_id, number, quote, status, due_at, assignee_id, created_by_id, updated_at)
     select gen_random_uuid(), $1, n, 'Work ' || n, (enum_range(null::"ClaimStatus"))[1 + n % 4],
       case when n % 3 = 0 then null else now() + n * interval '1 hour' end,
       case when n % 20 = 0 then $2::uuid end, $2, now() - n * interval '1 second'
     from generate_series(1, 4000) n`,
    [articleId, actor.id],
  )
  await sqlPool().query('vacuum analyze claim')
})

/** Vacuums first: while an older snapshot is open, a vacuum leaves the visibility map as it was. */
async function planAfterVacuum(sql: Sql): Promise<string> {
  await sqlPool().query('vacuum analyze claim')
  return planOf(sql)
}

it('each list of somebody’s work uses an index, and no list sorts the claims of the desk', async () => {
  const plan = await planOf(workRowsSql(reader))
  expect(plan).toContain('claim_work_idx')
  expect(plan).toContain('claim_set_back_idx')
  expect(plan).not.toContain('Seq Scan on claim c')
})

it('the counts and the workload read no rows of the table', async () => {
  for (const sql of [peopleSql(reader, ['checker']), articlesSql(reader)])
    await expect.poll(() => planAfterVacuum(sql)).toContain('Index Only Scan using claim_work_idx')
  expect(await planOf(workCountsSql(reader))).toContain('claim_work_idx')
})
