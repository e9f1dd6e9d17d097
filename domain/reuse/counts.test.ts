import { beforeAll, expect, it } from 'vitest'
import { withdrawClaim } from '@/domain/claim/commands'
import { reviseArticle } from '@/domain/revision/commands'
import { sqlPool } from '@/prisma/client'
import { makeArticle, makeUser } from '@/tests/factories'
import { keyOf, stemsOf } from '@/text/likeness/keys'
import { readKeyCounts } from './alike/open'

/** Keys whose count is not the number of rows that have them, in one snapshot. */
const MISCOUNTED = `
  with counted as (
    select key, sum(claims)::int as claims, sum(sentences)::int as sentences
    from (select key, claims, sentences from key_count union all select key, claims, sentences from key_change) one
    group by key),
  had as (
    select key, sum(claims)::int as claims, sum(sentences)::int as sentences
    from (select unnest(keys) as key, 1 as claims, 0 as sentences from claim
      union all select unnest(keys), 0, 1 from sentence) one
    group by key)
  select key from counted full join had using (key)
  where coalesce(counted.claims, 0) <> coalesce(had.claims, 0)
    or coalesce(counted.sentences, 0) <> coalesce(had.sentences, 0)`

const miscounted = async () => (await sqlPool().query<{ key: number }>(MISCOUNTED)).rows
const of = async (word: string) => {
  const [key = 0] = stemsOf(word).map(keyOf)
  const { claims, sentences } = await readKeyCounts([key])
  return [claims.get(key) ?? 0, sentences.get(key) ?? 0]
}

let actor: Awaited<ReturnType<typeof makeUser>>['actor']
beforeAll(async () => {
  actor = (await makeUser()).actor
})

it('each word is counted once for each claim and each standing sentence that has it', async () => {
  const article = await makeArticle(actor, {
    title: 'A note',
    text: 'Qorvath mills grind Qorvath grain. The Qorvath river fell.',
    claims: [{ quote: 'Qorvath mills grind Qorvath grain' }],
  })
  expect(await of('qorvath')).toEqual([1, 2])
  await reviseArticle(actor, { articleId: article.id, text: 'The Qorvath river fell.' })
  expect((await of('qorvath'))[1]).toBe(1)
  await withdrawClaim(actor, { id: article.claims[0]?.id ?? '', version: 2 })
  expect(await miscounted()).toEqual([])
})

it('the counts stay the same when they are summed up', async () => {
  await makeArticle(actor, { text: 'Zelbrun mills grind grain.', claims: [{ quote: 'Zelbrun mills' }] })
  const before = await of('zelbrun')
  await sqlPool().query('select settle_key_counts()')
  expect(await of('zelbrun')).toEqual(before)
  expect(await miscounted()).toEqual([])
})
