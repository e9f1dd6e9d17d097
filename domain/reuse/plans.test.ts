import { beforeAll, expect, it } from 'vitest'
import { sqlPool } from '@/prisma/client'
import { makeRows } from '@/tests/claim-rows'
import { makeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { candidatesSql } from './alike/sql'

withOwnDatabase()

/** With so many rows PostgreSQL prefers an index to reading them all. */
const ROWS = 4_000
const weighed = [7, 8, 9].map((key) => ({ key, weight: 1 }))

beforeAll(async () => {
  const { actor } = await makeUser()
  const { articleId } = await makeRows(
    actor,
    Array.from({ length: ROWS }, (_, at) => ({ keys: [0, at % 100, 100 + (at % 700), 1_000 + at] })),
  )
  await sqlPool().query(
    `insert into sentence (id, article_id, revision_id, position, read_from, start, "end", text, keys, score)
     select gen_random_uuid(), $1, r.id, 1 + c.number, 1 + c.number, 0, 1, c.quote, c.keys, 0.5
     from claim c join revision r on r.article_id = c.article_id where c.article_id = $1`,
    [articleId],
  )
  await sqlPool().query('vacuum analyze claim, sentence')
})

it.each([
  ['rare keys', { any: [7, 1_008], both: [] }],
  ['common keys', { any: [], both: [8, 108] }],
  ['both', { any: [1_007], both: [8, 108] }],
])('candidates are found by the index of their keys: %s', async (_, sought) => {
  const { text, values } = candidatesSql({ leftOut: {}, weighed, claims: sought, sentences: sought })
  const { rows } = await sqlPool().query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, values)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  for (const index of ['claim_keys_idx', 'sentence_keys_idx'])
    expect(plan).toContain(`Bitmap Index Scan on ${index}`)
  expect(plan).not.toMatch(/Seq Scan on (?:claim|sentence) /)
})
