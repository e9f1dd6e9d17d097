import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import { makeRows } from '@/tests/claim-rows'
import { makeUser, unique } from '@/tests/factories'
import { articleNames, findArticles } from './queries'

let actor: Actor
beforeAll(async () => {
  actor = (await makeUser()).actor
})

describe('finding an article by its title', () => {
  it('ignores spelling variants and requires every word', async () => {
    const mark = unique()
    const arabic = await makeRows(actor, [], { title: `مُحادثات في عشق آباد ${mark}`, language: 'ar' })
    const english = await makeRows(actor, [], { title: `Talks in Ashgabat ${mark}` })
    const found = async (query: string) => (await findArticles(actor, `${query} ${mark}`)).map(({ id }) => id)
    expect(await found('عشق اباد')).toEqual([arabic.articleId])
    expect(await found('ASHGABAT talks')).toEqual([english.articleId])
    expect(await found('ashgabat nothing')).toEqual([])
    expect(await found('')).toEqual([english.articleId, arabic.articleId])
  })

  it('takes special characters literally', async () => {
    const mark = unique()
    const { articleId } = await makeRows(actor, [], { title: `100% sure_ of \\ it ${mark}` })
    await makeRows(actor, [], { title: `100 surely of it ${mark}` })
    for (const query of ['%', 'sure_', '\\'])
      expect((await findArticles(actor, `${query} ${mark}`)).map(({ id }) => id)).toEqual([articleId])
  })

  it('returns at most twenty', async () => {
    const mark = unique()
    for (let n = 0; n < 21; n += 1) await makeRows(actor, [], { title: `Many ${mark} ${n}` })
    expect(await findArticles(actor, mark)).toHaveLength(20)
  })

  it('uses an index', async () => {
    const client = await sqlPool().connect()
    try {
      await client.query(
        'begin; set local enable_seqscan = off; set local enable_indexscan = off; set local enable_indexonlyscan = off',
      )
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (costs off) select id from article where fold_spelling(title) like '%bridge%'`,
      )
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('article_title_search_idx')
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

it('articleNames answers in the order asked for and skips ids of no article', async () => {
  const one = await makeRows(actor, [], { title: `One ${unique()}` })
  const two = await makeRows(actor, [], { title: `Two ${unique()}` })
  const names = await articleNames(actor, [two.articleId, crypto.randomUUID(), one.articleId])
  expect(names.map(({ id }) => id)).toEqual([two.articleId, one.articleId])
  expect(await articleNames(actor, [])).toEqual([])
})
