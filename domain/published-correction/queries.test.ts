import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { unique } from '@/tests/factories'
import { amend, makeCorrection, makeNewsroom } from '@/tests/published-corrections'
import { refusal } from '@/tests/refusal'
import { publishedList, publishedListSchema } from './list'
import { getPublished, listPublished, newestPublished, publishedFacets } from './queries'

const at = (iso: string) => new Date(iso)
const numbers = async (filters: Record<string, string>) =>
  (await listPublished(publishedListSchema.parse(filters))).items.map(({ number }) => number)

describe('what readers see', () => {
  it('is only what was published, in the list, search, page, article and frame', async () => {
    const { article } = await makeNewsroom()
    const word = `secret${unique()}`
    for (const state of ['reported', 'acknowledged', 'approved', 'rejected'] as const) {
      const { number } = await makeCorrection({ articleId: article.id, state, note: word })
      expect((await refusal(getPublished(number))).code).toBe('not_found')
    }
    expect(await numbers({ article: article.id })).toEqual([])
    expect(await numbers({ q: word })).toEqual([])
    expect(await newestPublished(10, article.id)).toEqual([])
    expect((await publishedFacets()).articles.map(({ id }) => id)).not.toContain(article.id)
    const { number } = await makeCorrection({ articleId: article.id, note: word })
    expect(await numbers({ q: word })).toEqual([number])
    expect((await getPublished(number)).ofArticle.map((one) => one.number)).toEqual([number])
    expect((await refusal(getPublished(2_000_000_000))).code).toBe('not_found')
  })

  it('names nobody on the desk', async () => {
    const { editor, article } = await makeNewsroom()
    const { id, number } = await makeCorrection({ articleId: article.id })
    await db().correction.update({
      where: { id },
      data: {
        asked: 'the writer was asked',
        ownerId: editor.id,
        publishedById: editor.id,
        fixedElsewhere: 'cms',
      },
    })
    await amend({ id, by: editor, told: { note: 'n' }, at: new Date(), substantive: true })
    const told = JSON.stringify(await getPublished(number))
    for (const inside of [editor.id, editor.name, 'the writer was asked', 'cms'])
      expect(told).not.toContain(inside)
  })

  it('links to a public web address or nowhere', async () => {
    const { article } = await makeNewsroom({ canonicalUrl: 'https://news.example/a' })
    const { number } = await makeCorrection({ articleId: article.id })
    expect((await getPublished(number)).article.url).toBe('https://news.example/a')
    await db().article.update({ where: { id: article.id }, data: { canonicalUrl: 'javascript:alert(1)' } })
    expect((await getPublished(number)).article.url).toBeNull()
  })

  it('includes the earlier words of each amended correction', async () => {
    const { editor, article } = await makeNewsroom()
    const { id, number } = await makeCorrection({ articleId: article.id, at: at('2026-01-01T00:00:00Z') })
    const [typo, matter] = [at('2026-01-02T00:00:00Z'), at('2026-01-03T00:00:00Z')]
    await amend({
      id,
      by: editor,
      told: { note: 'Mended.' },
      at: typo,
      substantive: false,
      reason: 'Spelling.',
    })
    expect((await getPublished(number)).updatedAt).toEqual(at('2026-01-01T00:00:00Z'))
    await amend({ id, by: editor, told: { right: 'It opened in 1995.' }, at: matter, substantive: true })
    const { changes, updatedAt, publishedAt } = await getPublished(number)
    expect(changes.map(({ at: when, was }) => [when, was])).toEqual([
      [matter, { right: 'The bridge opened in 1996.' }],
      [typo, { note: 'An earlier version gave the wrong year for the opening of the bridge.' }],
    ])
    expect([publishedAt, updatedAt]).toEqual([at('2026-01-01T00:00:00Z'), matter])
  })
})

describe('the public list', () => {
  it('finds any spelling of Arabic', async () => {
    const { article } = await makeNewsroom({ language: 'ar', text: 'افتُتح الجسر.', claims: [] })
    const { number } = await makeCorrection({ articleId: article.id, note: 'ذكرنا أنّ الجِسرَ افتُتح عام ١٩٩٨' })
    for (const q of ['الجسر', 'ان الجسر', 'افتتح 1998'])
      expect(await numbers({ article: article.id, q })).toEqual([number])
    expect(await numbers({ article: article.id, q: 'النهر' })).toEqual([])
  })

  it('filters by kind and by the newsroom’s months', async () => {
    const { article } = await makeNewsroom()
    const make = (iso: string, kind: 'correction' | 'retraction') =>
      makeCorrection({ articleId: article.id, at: at(iso), kind })
    const may = await make('2026-05-31T18:59:59.999Z', 'correction')
    const june = await make('2026-05-31T19:00:00.000Z', 'retraction')
    const july = await make('2026-06-30T19:00:00.000Z', 'correction')
    const zone = process.env.NEWSROOM_TIME_ZONE
    process.env.NEWSROOM_TIME_ZONE = 'Asia/Almaty'
    try {
      expect(await numbers({ article: article.id, month: '2026-05' })).toEqual([may.number])
      expect(await numbers({ article: article.id, month: '2026-06' })).toEqual([june.number])
      expect((await publishedFacets()).months).toEqual(
        expect.arrayContaining(['2026-07', '2026-06', '2026-05']),
      )
    } finally {
      if (zone === undefined) delete process.env.NEWSROOM_TIME_ZONE
      else process.env.NEWSROOM_TIME_ZONE = zone
    }
    expect(await numbers({ article: article.id, kind: 'correction' })).toEqual([july.number, may.number])
  })

  describe('page by page', () => {
    const made: number[] = []
    let articleId = ''
    beforeAll(async () => {
      const { article } = await makeNewsroom()
      articleId = article.id
      for (let count = 0; count < publishedList.pageSize + 3; count += 1)
        made.push((await makeCorrection({ articleId, at: at('2026-02-02T10:00:00.500Z') })).number)
    })

    it('shows each correction once, even when all were published at the same moment', async () => {
      const first = await listPublished({ article: articleId })
      expect(first.items).toHaveLength(publishedList.pageSize)
      const next = { article: articleId, after: first.next ?? '' }
      const second = await listPublished(publishedListSchema.parse(next))
      expect(second.next).toBeNull()
      const seen = [...first.items, ...second.items].map(({ number }) => number)
      expect([...seen].sort((a, b) => a - b)).toEqual(made)
    })
  })
})
