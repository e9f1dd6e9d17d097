import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { issuesOf } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { makeRows } from '@/tests/claim-rows'
import { makeUser, unique } from '@/tests/factories'
import { articleListParamsSchema } from './list'
import { listArticles } from './queries'

let actor: Actor
beforeAll(async () => {
  actor = (await makeUser()).actor
})
afterEach(() => setClock())

const at = new Date('2026-03-10T20:30:00Z')

/** Articles whose titles share a word, and the titles that a filter leaves of them. */
async function made(titles: string[], each: (index: number) => object = () => ({})) {
  const word = `Word${unique().replace(/\W/g, '')}`
  const ids: string[] = []
  for (const [index, title] of titles.entries()) {
    const { articleId } = await makeRows(actor, [], { title: `${title} ${word}` })
    await db().article.update({ where: { id: articleId }, data: each(index) })
    ids.push(articleId)
  }
  const left = async (written: Record<string, string>, who = actor) => {
    vi.stubEnv('NEWSROOM_TIME_ZONE', 'Asia/Riyadh')
    setClock(at)
    const page = await listArticles(who, articleListParamsSchema.parse({ q: word, ...written }))
    vi.unstubAllEnvs()
    expect(page.total).toBe(page.items.length)
    return page.items.map(({ title }) => title.replace(` ${word}`, ''))
  }
  return { ids, left }
}

describe('the list of articles', () => {
  it('is filtered by deadline on the newsroom’s clock, and only what is still checked is overdue', async () => {
    const deadlines = ['2026-03-10T20:29:59Z', '2026-03-10T20:29:59Z', '2026-03-10T21:00:00Z', null]
    const { left } = await made(['A', 'B', 'C', 'D'], (index) => ({
      deadline: deadlines[index] ? new Date(deadlines[index]) : null,
      state: index === 1 ? 'published' : 'checking',
    }))
    expect(await left({ due: 'overdue' })).toEqual(['A'])
    expect(await left({ due: 'today', sort: 'title' })).toEqual(['A', 'B'])
    expect(await left({ due: 'week', sort: 'title' })).toEqual(['A', 'B', 'C'])
    expect(await left({ due: 'none' })).toEqual(['D'])
  })

  it('is sorted by deadline with empty ones last in both directions, and by title', async () => {
    const { left } = await made(['B', 'A', 'C'], (index) => ({
      deadline: index === 1 ? null : new Date(Date.UTC(2026, 0, 1 + index)),
    }))
    expect(await left({ sort: 'deadline' })).toEqual(['B', 'C', 'A'])
    expect(await left({ sort: 'deadline', order: 'desc' })).toEqual(['C', 'B', 'A'])
    expect(await left({ sort: 'title' })).toEqual(['A', 'B', 'C'])
    expect(await left({ sort: 'title', order: 'desc' })).toEqual(['C', 'B', 'A'])
  })

  it('finds titles in any spelling', async () => {
    const { left } = await made(['أخبار القاهرة', 'أخبار بغداد'])
    expect(await left({})).toHaveLength(2)
    const word = `${unique()}`
    await makeRows(actor, [], { title: `مدرسة ${word}` })
    expect(
      (await listArticles(actor, articleListParamsSchema.parse({ q: `مدرسه ${word}` }))).items,
    ).toHaveLength(1)
  })

  it('knows a person’s articles: taken in by them, or with a standing claim of theirs', async () => {
    const { actor: me } = await makeUser()
    const { ids, left } = await made(['A', 'B', 'C'], (index) => (index === 0 ? { createdById: me.id } : {}))
    const claim = (articleId: string | undefined, number: number, withdrawnAt: Date | null) => ({
      articleId: articleId ?? '',
      number,
      quote: 'A claim',
      assigneeId: me.id,
      createdById: actor.id,
      withdrawnAt,
    })
    await db().claim.createMany({ data: [claim(ids[1], 1, null), claim(ids[2], 1, at)] })
    expect(await left({ mine: 'me', sort: 'title' }, me)).toEqual(['A', 'B'])
    expect(await left({ state: 'draft,checking', sort: 'title' }, me)).toEqual(['A', 'B', 'C'])
  })

  it.each([
    ['due', 'late', 'due.0'],
    ['state', 'open', 'state.0'],
    ['mine', 'yes', 'mine'],
    ['sort', 'byline', 'sort'],
  ])('names the field of an unusable value: %s=%s', (field, value, path) => {
    const parsed = articleListParamsSchema.safeParse({ [field]: value })
    expect(parsed.success ? [] : issuesOf(parsed.error).map((issue) => issue.path)).toEqual([path])
  })
})
