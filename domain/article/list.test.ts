import { beforeAll, expect, it } from 'vitest'
import { encodeCursor } from '@/domain/list/cursor'
import { listParams } from '@/domain/list/params'
import type { Order } from '@/domain/list/table'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { makeArticle, makeUser } from '@/tests/factories'
import { inOrder } from '@/tests/walk'
import { articleList } from './list'
import { listArticles } from './queries'

/** No other article was changed around this moment. */
const START = Date.UTC(2019, 0, 1)
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

const params = listParams(articleList)
let actor: Actor
const made: { id: string; updated: number }[] = []

beforeAll(async () => {
  actor = (await makeUser()).actor
  for (const ms of [0, 1, 1, 1, 2, 5]) {
    const { id } = await makeArticle(actor)
    await db().article.update({ where: { id }, data: { updatedAt: new Date(START + ms) } })
    made.push({ id, updated: ms })
  }
})

it.each<[Order, number]>([
  ['desc', 1],
  ['desc', 2],
  ['desc', 4],
  ['asc', 1],
  ['asc', 2],
  ['asc', 4],
])(
  'the list of articles, %s by pages of %i, shows each article once and in order, forwards and backwards',
  async (order, limit) => {
    const expected = inOrder(made, [{ sort: 'updated', order }], ({ updated }) => updated, 'desc')
    const edge = new Date(START + (order === 'desc' ? 6 : -1)).toISOString()
    const read = (window: { after: string } | { before: string }) =>
      listArticles(actor, params.parse({ order, limit: String(limit), ...window }))
    let page = await read({ after: encodeCursor([{ sort: 'updated', order }], [edge, FIRST_ID]) })
    const on = page.items.map(({ id }) => id)
    while (on.length < expected.length && page.next) {
      page = await read({ after: page.next })
      on.push(...page.items.map(({ id }) => id))
    }
    expect(on.slice(0, expected.length)).toEqual(expected)
    const back = page.items.map(({ id }) => id)
    while (back.length < on.length && page.previous) {
      page = await read({ before: page.previous })
      back.unshift(...page.items.map(({ id }) => id))
    }
    expect(back.slice(-on.length)).toEqual(on)
  },
)
