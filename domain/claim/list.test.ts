import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { loadCase } from '@/tests/cases/load'
import { makeRows, params, walkForward } from '@/tests/claim-rows'
import { makeUser, unique } from '@/tests/factories'
import type { SortOf } from '@/domain/list/table'
import { claimList, claimListParamsSchema } from './list'
import { listClaims } from './queries'
import { PRIORITIES } from './rules'
import { CLAIM_STATUSES } from './statuses'

type Sort = SortOf<typeof claimList>
const SORTS = Object.keys(claimList.columns) as Sort[]

let actor: Actor
beforeAll(async () => {
  actor = (await makeUser()).actor
})

const day = (n: number) => new Date(Date.UTC(2026, 0, n))

describe('empty values', () => {
  type Case = {
    rows: { id: number; due?: string | null }[]
    expect: { due_asc: number[]; due_desc: number[] }
  }
  const { rows, expect: right } = loadCase<Case>('C61_null_sort')

  it.each([
    ['asc', right.due_asc],
    ['desc', right.due_desc],
  ])('come last when sorted %s, and equal ones keep the order of their ids', async (order, expected) => {
    const { articleId, ids } = await makeRows(
      actor,
      rows.map(({ due }) => ({ dueAt: due ? new Date(due) : null })),
    )
    const written = { article: articleId, sort: 'due', order }
    for (const limit of [200, 1, 2, 3]) {
      const pages = await walkForward(actor, written, () => limit)
      const got = pages.flatMap((page) => page.items.map((item) => rows[ids.indexOf(item.id)]?.id))
      expect(got, `by pages of ${limit}`).toEqual(expected)
    }
  })
})

describe('pages of claims made at once', () => {
  type Case = { page_size: number; tests: { sort?: string; page?: number | string; page_size?: number }[] }
  const { page_size: size, tests } = loadCase<Case>('C62_pagination')
  /** The orders of the case that the list has, by its own names. */
  const OURS: Record<string, string> = { 'createdAt desc': 'created', 'status asc': 'status' }
  const sorts = tests.flatMap(({ sort }) => (sort && OURS[sort] ? [sort] : []))

  it.each(sorts)('hold each claim once: %s', async (written) => {
    const createdAt = new Date()
    const { articleId, ids } = await makeRows(
      actor,
      Array.from({ length: 25 }, (_, n) => ({
        createdAt,
        status: n < 12 ? ('unreviewed' as const) : ('verified' as const),
      })),
    )
    const asked = { article: articleId, sort: OURS[written] ?? '', order: written.split(' ')[1] ?? '' }
    const pages = await walkForward(actor, asked, () => size)
    expect(pages.map(({ items }) => items.length)).toEqual([10, 10, 5])
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual([...ids].sort())
  })

  const odd = tests.flatMap(({ page }) => (page === undefined ? [] : String(page).split(', ')))
  it.each(odd)('are refused by name when an address asks for page %s', (page) => {
    for (const field of ['after', 'before'])
      expect(claimListParamsSchema.safeParse({ [field]: page }).success).toBe(false)
  })

  it('are never longer than the cap', () => {
    const asked = tests.find(({ page_size: one }) => one !== undefined)?.page_size
    expect(claimListParamsSchema.safeParse({ limit: String(asked) }).success).toBe(false)
  })
})

describe('equal values', () => {
  it.each(['created', 'updated', 'status', 'priority', 'article', 'due'])(
    'list each claim once when sorted by %s',
    async (sort) => {
      const at = new Date()
      const { articleId, ids } = await makeRows(
        actor,
        Array.from({ length: 25 }, (_, index) => ({
          status: index < 12 ? ('unreviewed' as const) : ('verified' as const),
          createdAt: at,
          updatedAt: at,
        })),
      )
      for (const order of ['asc', 'desc']) {
        const pages = await walkForward(actor, { article: articleId, sort, order }, () => 10)
        const got = pages.flatMap((page) => page.items.map((item) => item.id))
        expect(pages.map((page) => page.items.length)).toEqual([10, 10, 5])
        expect([...got].sort()).toEqual([...ids].sort())
      }
    },
  )

  it('do not repeat rows when claims are added above a page that was read', async () => {
    const at = new Date()
    const { articleId } = await makeRows(
      actor,
      Array.from({ length: 15 }, () => ({ createdAt: at })),
    )
    const written = { article: articleId, sort: 'created', limit: '10' }
    const first = await listClaims(actor, params(written))
    const other = await makeRows(
      actor,
      Array.from({ length: 3 }, () => ({ createdAt: new Date(at.getTime() + 60_000) })),
    )
    const both = { ...written, article: `${articleId},${other.articleId}` }
    const second = await listClaims(actor, params({ ...both, after: first.next ?? '' }))
    const seen = new Set(first.items.map((item) => item.id))
    expect(second.items).toHaveLength(5)
    expect(second.items.filter((item) => seen.has(item.id))).toEqual([])
  })

  it('do not skip rows when rows of the page that was read leave the filter', async () => {
    const { articleId, ids } = await makeRows(
      actor,
      Array.from({ length: 20 }, () => ({ createdAt: day(1) })),
    )
    const written = { article: articleId, status: 'unreviewed', sort: 'created', limit: '10' }
    const first = await listClaims(actor, params(written))
    const leaving = first.items.slice(5).map((item) => item.id)
    await db().claim.updateMany({ where: { id: { in: leaving } }, data: { status: 'needs_source' } })
    const second = await listClaims(actor, params({ ...written, after: first.next ?? '' }))
    expect([...first.items, ...second.items].map((item) => item.id).sort()).toEqual([...ids].sort())
  })
})

describe('pages of any size, in any order', () => {
  const titles = [`A ${unique()}`, `B ${unique()}`]
  type Made = { id: string; key: Record<Sort, number | string | null> }
  let made: Made[] = []
  let articles = ''

  beforeAll(async () => {
    const written = titles.map((title, article) => ({
      title,
      rows: Array.from({ length: 20 }, (_, n) => ({
        status: CLAIM_STATUSES[(n * 7 + article) % 4] ?? 'verified',
        priority: PRIORITIES[(n * 3) % 4] ?? 'low',
        dueAt: n % 3 === 0 ? null : day(1 + (n % 4)),
        createdAt: day(1 + (n % 5)),
        updatedAt: new Date(day(1).getTime() + (n % 6)),
      })),
    }))
    for (const { title, rows } of written) {
      const { articleId, ids } = await makeRows(actor, rows, { title })
      articles = articles ? `${articles},${articleId}` : articleId
      made = made.concat(
        rows.map((row, index) => ({
          id: ids[index] ?? '',
          key: {
            updated: row.updatedAt.getTime(),
            created: row.createdAt.getTime(),
            due: row.dueAt?.getTime() ?? null,
            number: index + 1,
            status: CLAIM_STATUSES.indexOf(row.status),
            priority: PRIORITIES.indexOf(row.priority),
            article: title,
            match: 0,
            assignee: null,
          },
        })),
      )
    }
  })

  const spec = fc.uniqueArray(fc.constantFrom(...SORTS), { minLength: 1, maxLength: 3 }).chain((sorts) =>
    fc.tuple(
      fc.constant(sorts),
      fc.array(fc.constantFrom('asc' as const, 'desc' as const), {
        minLength: sorts.length,
        maxLength: sorts.length,
      }),
    ),
  )

  /** The promised order of the list, computed by plain comparison. */
  function ordered([sorts, orders]: [Sort[], ('asc' | 'desc')[]]): string[] {
    return [...made]
      .sort((a, b) => {
        for (const [index, sort] of sorts.entries()) {
          const [x, y] = [a.key[sort], b.key[sort]]
          if (x === y) continue
          if (x === null) return 1
          if (y === null) return -1
          return x < y === (orders[index] === 'asc') ? -1 : 1
        }
        return a.id < b.id ? -1 : 1
      })
      .map(({ id }) => id)
  }

  it('list the same rows forwards and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(spec, fc.infiniteStream(fc.integer({ min: 1, max: 17 })), async (by, sizes) => {
        const size = () => Number(sizes.next().value)
        const written = { article: articles, sort: by[0].join(','), order: by[1].join(',') }
        const expected = ordered(by)
        const pages = await walkForward(actor, written, size)
        expect(pages.flatMap((page) => page.items.map((item) => item.id))).toEqual(expected)
        expect(pages[0]?.previous).toBeNull()
        expect(new Set(pages.map((page) => page.total))).toEqual(new Set([made.length]))

        let page = pages.at(-1)
        const back = page?.items.map((item) => item.id) ?? []
        for (let guard = 0; page?.previous && guard < 100; guard += 1) {
          page = await listClaims(actor, params({ ...written, before: page.previous, limit: String(size()) }))
          back.unshift(...page.items.map((item) => item.id))
        }
        expect(back).toEqual(expected)
      }),
      { numRuns: runs(25) },
    )
  })
})
