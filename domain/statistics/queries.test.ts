import { afterEach, describe, expect, it } from 'vitest'
import { recordEvent } from '@/domain/history/record'
import { db, type Prisma } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { makeArticle, makeUser, unique, type MadeArticle } from '@/tests/factories'
import type { Actor } from '@/domain/user/policy'
import { statisticsParamsSchema } from './params'
import { getStatistics, listCheckerFigures } from './queries'

const at = (iso: string) => new Date(iso)
const of = (desk: string, given: Record<string, string> = {}) =>
  statisticsParamsSchema.parse({ from: '2031-03-01', to: '2031-03-31', desk, ...given })

type Row = Partial<Prisma.CorrectionUncheckedCreateInput>

/** Publishes a correction on a day, with three hours between steps unless the row says otherwise. */
const correct = (article: MadeArticle, published: string, row: Row = {}) =>
  db().correction.create({
    data: {
      articleId: article.id,
      kind: 'correction',
      severity: 'minor',
      state: 'published',
      revision: 1,
      reportedAt: new Date(at(published).getTime() - 9 * 3_600_000),
      acknowledgedAt: new Date(at(published).getTime() - 6 * 3_600_000),
      approvedAt: new Date(at(published).getTime() - 3 * 3_600_000),
      publishedAt: at(published),
      ...row,
    },
  })

async function publish(actor: Actor, article: MadeArticle, moment: string) {
  setClock(at(moment))
  await inTransaction((tx) =>
    recordEvent(tx, {
      actor,
      verb: 'article.changed',
      articleId: article.id,
      subjectId: article.id,
      after: { state: 'published' },
    }),
  )
  setClock()
}

const review = (id: string | undefined, reviewer: Actor, created: string, reviewed: string) =>
  db().claim.update({
    where: { id },
    data: { createdAt: at(created), reviewedAt: at(reviewed), reviewedById: reviewer.id, status: 'verified' },
  })

afterEach(() => setClock())

describe('the figures of a period', () => {
  it('count corrections published in the period by week, kind, severity and desk, with the period before', async () => {
    const { actor } = await makeUser()
    const one = await makeArticle(actor)
    const other = await makeArticle(actor)
    await correct(one, '2031-03-01T00:00:00Z')
    await correct(one, '2031-03-31T23:59:59.999Z', { kind: 'clarification', severity: 'serious' })
    await correct(other, '2031-03-10T12:00:00Z', { kind: 'retraction', severity: 'serious' })
    await correct(one, '2031-02-28T23:59:59Z')
    await correct(one, '2031-04-01T00:00:00Z')
    await correct(one, '2031-03-05T00:00:00Z', { state: 'rejected', publishedAt: null })
    const { published, period } = await getStatistics(actor, of(`${one.desk},${other.desk}`))
    expect(period).toMatchObject({ unit: 'week', before: { first: '2031-01-29', last: '2031-02-28' } })
    expect(published).toMatchObject({
      now: 3,
      before: 1,
      kinds: {
        correction: { now: 1, before: 1 },
        clarification: { now: 1, before: 0 },
        editors_note: { now: 0, before: 0 },
        retraction: { now: 1, before: 0 },
      },
      severities: { minor: { now: 1, before: 1 }, serious: { now: 2, before: 0 } },
    })
    expect(published.desks.map(({ name, now, before }) => [name, now, before])).toEqual([
      [one.desk, 2, 1],
      [other.desk, 1, 0],
    ])
    expect(published.buckets.map(({ key, total }) => [key, total])).toEqual([
      ['2031-W09', 1],
      ['2031-W10', 0],
      ['2031-W11', 1],
      ['2031-W12', 0],
      ['2031-W13', 0],
      ['2031-W14', 1],
    ])
    const whole = await getStatistics(actor, of(one.desk, { from: '2031-01-01', to: '2031-12-31' }))
    expect(whole.published.buckets.map(({ total }) => total)).toEqual([0, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('divide by the articles published in the period, each once, and by their claims', async () => {
    const { actor } = await makeUser()
    const desk = `desk ${unique()}`
    const first = await makeArticle(actor, { desk })
    const second = await makeArticle(actor, { desk })
    await makeArticle(actor, { desk })
    await publish(actor, first, '2031-03-02T10:00:00Z')
    await publish(actor, first, '2031-03-09T10:00:00Z')
    await publish(actor, second, '2031-03-31T23:00:00Z')
    await publish(actor, second, '2031-02-10T10:00:00Z')
    await db().claim.update({ where: { id: first.claims[0]?.id }, data: { withdrawnAt: new Date() } })
    await correct(first, '2031-03-12T00:00:00Z')
    const { rates } = await getStatistics(actor, of(desk))
    expect(rates).toEqual({
      articles: { now: 2, before: 1 },
      claims: { now: 3, before: 2 },
      perHundredArticles: { now: 50, before: 0 },
      perThousandClaims: { now: 333.33, before: 0 },
    })
    const later = await getStatistics(actor, of(desk, { from: '2031-04-01', to: '2031-04-30' }))
    expect(later.rates.perHundredArticles).toEqual({ now: null, before: 50 })
  })

  it('give the median and 90th percentile of each step, interpolated', async () => {
    const { actor } = await makeUser()
    const article = await makeArticle(actor)
    for (const hours of [1, 2, 3, 4, 11])
      await correct(article, '2031-03-12T00:00:00Z', {
        severity: hours === 11 ? 'serious' : 'minor',
        acknowledgedAt: new Date(at('2031-03-11T15:00:00Z').getTime() + hours * 3_600_000),
        approvedAt: null,
      })
    const { steps } = await getStatistics(actor, of(article.desk))
    expect(steps.now.map(({ by, name, count }) => [by, name, count])).toEqual([
      ['all', null, 5],
      ['severity', 'minor', 4],
      ['severity', 'serious', 1],
      ['desk', article.desk, 5],
    ])
    const [all, minor] = steps.now
    expect(all?.spans).toEqual({
      acknowledged: { median: 3 * 3_600, p90: 29_520 },
      approved: null,
      published: null,
      whole: { median: 9 * 3_600, p90: 9 * 3_600 },
    })
    expect(minor?.spans.acknowledged?.median).toBe(2.5 * 3_600)
  })

  it('count what is late now by the newsroom’s clock, whatever the period', async () => {
    const { actor } = await makeUser()
    const article = await makeArticle(actor)
    const open = (state: 'reported' | 'approved', severity: 'minor' | 'serious', reportedAt: string) =>
      correct(article, '2031-03-12T00:00:00Z', { state, severity, reportedAt, publishedAt: null })
    await open('reported', 'minor', '2031-05-09T12:00:00Z')
    await open('reported', 'minor', '2031-05-09T12:00:01Z')
    await open('approved', 'minor', '2031-05-09T11:00:00Z')
    await open('approved', 'serious', '2031-05-09T11:00:00Z')
    await open('approved', 'minor', '2031-05-03T11:59:59Z')
    setClock(at('2031-05-10T12:00:00.500Z'))
    const { overdue, published } = await getStatistics(actor, of(article.desk))
    expect(published.now).toBe(0)
    expect(overdue).toEqual({
      total: 3,
      acknowledge: 1,
      publish: 2,
      severities: { minor: 2, significant: 0, serious: 1 },
    })
  })

  it('show where errors come from: who found them, whose statement it was, and which cues it had', async () => {
    const { actor } = await makeUser()
    const article = await makeArticle(actor)
    const [bridge, cars] = article.claims
    await db().claim.update({ where: { id: cars?.id }, data: { speaker: 'The ministry' } })
    await correct(article, '2031-03-12T00:00:00Z', { claimId: bridge?.id, foundBy: 'reader' })
    await correct(article, '2031-03-12T00:00:00Z', { claimId: cars?.id, foundBy: 'reader' })
    await correct(article, '2031-03-12T00:00:00Z', { quote: 'opened in 1998', foundBy: 'source' })
    await correct(article, '2031-03-12T00:00:00Z')
    const sentences = await db().sentence.findMany({
      where: { articleId: article.id },
      orderBy: { position: 'asc' },
    })
    expect(sentences[0]?.cues).toContain('date')
    const { origins } = await getStatistics(actor, of(article.desk))
    expect(origins.foundBy).toEqual({
      desk: { now: 1, before: 0 },
      reader: { now: 2, before: 0 },
      source: { now: 1, before: 0 },
    })
    expect(origins.whose).toEqual({
      own: { now: 1, before: 0 },
      others: { now: 1, before: 0 },
      none: { now: 2, before: 0 },
    })
    expect(origins.cues.date.now).toBe(2)
    expect(origins.noCue.now).toBe(sentences[1]?.cues.length ? 1 : 2)
  })

  it('count checks, their duration and their distribution, without names', async () => {
    const { actor } = await makeUser()
    const { actor: zoe } = await makeUser({ role: 'checker', name: `Zoe ${unique()}` })
    const { actor: ann } = await makeUser({ role: 'checker', name: `Ann ${unique()}` })
    const desk = `desk ${unique()}`
    const [one, two] = [await makeArticle(actor, { desk }), await makeArticle(actor, { desk })]
    await review(one.claims[0]?.id, zoe, '2031-03-01T00:00:00Z', '2031-03-01T00:30:00Z')
    await review(one.claims[1]?.id, zoe, '2031-02-27T00:00:00Z', '2031-03-01T00:00:00Z')
    await review(two.claims[0]?.id, ann, '2031-03-01T00:00:00Z', '2031-03-02T00:00:00Z')
    await review(two.claims[1]?.id, ann, '2031-02-01T00:00:00Z', '2031-02-28T23:59:59Z')
    const viewer = (await makeUser({ role: 'viewer' })).actor
    const statistics = await getStatistics(viewer, of(desk))
    expect(statistics.checks).toMatchObject({
      now: 3,
      before: 1,
      seconds: { median: 24 * 3_600 },
      times: { hour: 1, day: 0, three_days: 2, week: 0, longer: 0 },
      checkers: 2,
      perChecker: { under_5: 2, under_20: 0, under_50: 0, under_100: 0, more: 0 },
    })
    expect(JSON.stringify(statistics)).not.toContain(zoe.name)
    expect((await listCheckerFigures(actor, of(desk))).map(({ name, claims }) => [name, claims])).toEqual([
      [ann.name, 1],
      [zoe.name, 2],
    ])
  })

  it.each(['viewer', 'checker'] as const)('hide the names of people from a %s', async (role) => {
    const { actor } = await makeUser({ role })
    await expect(listCheckerFigures(actor, of('any'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
