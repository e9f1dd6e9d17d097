import { beforeAll, describe, expect, it } from 'vitest'
import { changeArticle, createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import { changeClaim } from '@/domain/review/commands'
import type { Actor } from '@/domain/user/policy'
import { params } from '@/tests/claim-rows'
import { makeUser, unique } from '@/tests/factories'
import { isDueWithArticle, isOverdue } from './due'
import { getClaim, listClaims } from './queries'
import { CLAIM_STATUSES } from './statuses'

const at = (hour: number) => new Date(Date.UTC(2026, 11, 10, hour))

describe('a claim is overdue', () => {
  it.each(CLAIM_STATUSES)('only while nobody has reviewed it: %s', (status) => {
    expect(isOverdue({ status, due: at(9) }, at(10))).toBe(status === 'unreviewed')
  })
  it.each([
    [null, false],
    [at(10), false],
    [at(11), false],
  ])('and not by %s', (due, late) => expect(isOverdue({ status: 'unreviewed', due }, at(10))).toBe(late))
})

describe('a claim without a due time of its own', () => {
  let actor: Actor
  beforeAll(async () => {
    actor = (await makeUser({ role: 'editor' })).actor
  })
  const make = (deadline?: string) =>
    createArticle(
      actor,
      createArticleSchema.parse({
        ...{ title: `Due ${unique()}`, language: 'en', deadline },
        text: 'It opened in 1998. It has two towers. The toll is two coins.',
        claims: [{ quote: 'It opened in 1998' }, { quote: 'It has two towers' }],
      }),
    )
  const rows = async (article: string, written: Record<string, string> = {}) =>
    (await listClaims(actor, params({ article, sort: 'due', ...written }))).items
  const dues = async (article: string) => (await rows(article)).map(({ due }) => due?.toISOString() ?? null)

  it('is due with its article, and follows another deadline', async () => {
    const id = await make('2026-12-10T16:00:00Z')
    expect(await dues(id)).toEqual(['2026-12-10T16:00:00.000Z', '2026-12-10T16:00:00.000Z'])
    await changeArticle(actor, { id, version: 1, deadline: at(18) })
    expect(await dues(id)).toEqual([at(18).toISOString(), at(18).toISOString()])
    expect((await rows(id)).map((row) => [row.dueAt, row.version, isDueWithArticle(row)])).toEqual([
      [null, 1, true],
      [null, 1, true],
    ])
    await changeArticle(actor, { id, version: 2, deadline: null })
    expect(await dues(id)).toEqual([null, null])
  })

  it('keeps its own when it gets one, and goes back to the article’s without it', async () => {
    const id = await make('2026-12-10T16:00:00Z')
    const second = (await rows(id, { sort: 'number' }))[1]
    if (!second) throw new Error('The article has two claims')
    await changeClaim(actor, { id: second.id, version: 1, dueAt: at(9) })
    expect((await rows(id)).map(({ number, due }) => [number, due])).toEqual([
      [2, at(9)],
      [1, at(16)],
    ])
    await changeArticle(actor, { id, version: 1, deadline: at(8) })
    expect(await dues(id)).toEqual([at(8).toISOString(), at(9).toISOString()])
    expect(await getClaim(actor, second.id)).toMatchObject({
      dueAt: at(9).toISOString(),
      due: at(9).toISOString(),
    })
    await changeClaim(actor, { id: second.id, version: 2, dueAt: null })
    expect(await getClaim(actor, second.id)).toMatchObject({ dueAt: null, due: at(8).toISOString() })
  })

  it('is late when its article is, until somebody reviews it', async () => {
    const id = await make('2020-01-01T00:00:00Z')
    const [first] = await rows(id, { sort: 'number' })
    if (!first) throw new Error('The article has claims')
    expect((await rows(id)).map(({ overdue }) => overdue)).toEqual([true, true])
    expect((await getClaim(actor, first.id)).overdue).toBe(true)
    await changeClaim(actor, { id: first.id, version: 1, status: 'disputed', finding: 'It was 1999.' })
    expect((await rows(id, { sort: 'number' })).map(({ overdue }) => overdue)).toEqual([false, true])
    expect((await getClaim(actor, first.id)).overdue).toBe(false)
  })
})
