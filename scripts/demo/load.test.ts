import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { proveOnServer } from '@/domain/audit/queries'
import { AUDIT_START, type Checkpoint } from '@/domain/audit/rules'
import { isOverdue } from '@/domain/correction/clock'
import { db } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { withOwnDatabase } from '@/tests/own-database'
import { loadDemo } from './load'
import { ARTICLES } from './newsroom'
import { CORRECTIONS } from './published'
import { story } from './steps/story'
import { thingsToTry } from './tell'

withOwnDatabase()

const URL = 'http://127.0.0.1:1'
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-demo-'))

beforeAll(() => loadDemo({ url: URL, dataDir }))
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }))

it('has articles of three desks in both languages, in every state that a day brings', async () => {
  const articles = await db().article.findMany({ include: { desk: true } })
  expect(articles).toHaveLength(12)
  expect(new Set(articles.map(({ desk }) => desk?.name)).size).toBe(3)
  expect(articles.filter(({ language }) => language === 'ar')).toHaveLength(6)
  const states = articles.map(({ state }) => state)
  expect(states.filter((state) => state === 'cleared')).toHaveLength(1)
  expect(new Set(states)).toEqual(new Set(['checking', 'cleared', 'published']))
})

it('has claims of every status, assigned, due soon and overdue', async () => {
  const claims = await db().claim.findMany({ include: { sources: true } })
  expect(new Set(claims.map(({ status }) => status)).size).toBe(4)
  const open = claims.filter(({ status }) => status === 'unreviewed' || status === 'needs_source')
  const due = open.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime() - now().getTime()] : []))
  expect(due.filter((ms) => ms < 0).length).toBeGreaterThan(3)
  expect(due.filter((ms) => ms > 0).length).toBeGreaterThan(3)
  expect(new Set(open.map(({ assigneeId }) => assigneeId)).size).toBeGreaterThanOrEqual(3)
  expect(claims.filter(({ status, sources }) => status === 'verified' && sources.length === 0)).toEqual([])
})

it('has two published corrections, one of them amended, and one that is late', async () => {
  const corrections = await db().correction.findMany({ include: { amendments: true, ripples: true } })
  const published = corrections.filter(({ state }) => state === 'published')
  expect(published).toHaveLength(2)
  expect(published.flatMap(({ amendments }) => amendments)).toHaveLength(1)
  expect(published.every(({ ripples }) => ripples.some(({ state }) => state === 'open'))).toBe(true)
  const late = corrections.filter((one) => isOverdue(one, settings().newsroomTimeZone, now()))
  expect(late).toHaveLength(1)
  expect(corrections.filter(({ ownerId }) => ownerId === null)).toEqual([])
})

it('has an open request of a reader and an answered one, and issued and superseded reports', async () => {
  const requests = await db().correctionRequest.findMany({ include: { answers: true } })
  expect(requests.map(({ correctionId, answers }) => [correctionId !== null, answers.length]).sort()).toEqual(
    [
      [false, 0],
      [true, 1],
    ],
  )
  const reports = await db().report.findMany({ include: { supersededBy: true } })
  expect(reports.filter(({ supersededBy }) => supersededBy)).toHaveLength(2)
  expect(reports.filter(({ supersededBy }) => !supersededBy)).toHaveLength(4)
  expect(new Set(reports.map(({ kind }) => kind)).size).toBe(2)
})

it('has a question that its writer answered, one to an expert that waits, and threads that name people', async () => {
  const questions = await db().question.findMany({ include: { answers: true }, orderBy: { askedAt: 'asc' } })
  expect(questions.map(({ kind, seenAt, answers }) => [kind, seenAt !== null, answers.length])).toEqual([
    ['writer', true, 1],
    ['expert', false, 0],
  ])
  expect(questions.filter(({ expiresAt }) => expiresAt <= now())).toEqual([])
  const threads = await db().comment.findMany({ where: { questionId: null }, include: { mentions: true } })
  expect(threads.flatMap(({ mentions }) => mentions)).toHaveLength(3)
  expect(threads.filter(({ resolvedAt }) => resolvedAt)).toHaveLength(1)
})

it('tells a history of the last weeks that is whole', async () => {
  const lines = await db().event.findMany({ orderBy: { at: 'asc' }, where: { articleId: { not: null } } })
  const days = (at: Date) => (now().getTime() - at.getTime()) / 86_400_000
  expect(days(lines[0]?.at ?? now())).toBeGreaterThan(20)
  expect(lines.filter(({ at }) => at > now())).toEqual([])
  let checkpoint: Checkpoint | null = AUDIT_START
  while (checkpoint) {
    const step = await proveOnServer(checkpoint)
    expect(step.fault).toBeNull()
    checkpoint = step.next
  }
})

it('loads once, and says what to try', async () => {
  const before = await db().event.count({ where: { articleId: { not: null } } })
  fs.rmSync(path.join(dataDir, 'demo.json'))
  await loadDemo({ url: URL, dataDir })
  expect(await db().event.count({ where: { articleId: { not: null } } })).toBe(before)
  const things = await thingsToTry(URL)
  expect(things).toHaveLength(5)
  expect(things.every((thing) => thing.includes(`${URL}/`))).toBe(true)
})

it.each(['Africa/Cairo', 'Asia/Almaty', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'tells it in order at any time of day: %s',
  async (zone) => {
    for (let hour = 0; hour < 24; hour++) {
      const start = new Date(Date.UTC(2026, 2, 28, hour, 7))
      const steps = await story(start, zone)
      expect(steps.filter(({ moment }) => moment > start)).toEqual([])
      const at = (does: string) => steps.findIndex((step) => step.does === does)
      for (const { name } of ARTICLES)
        expect(steps.findIndex(({ does }) => does.startsWith(name))).toBe(at(`${name}: added`))
      for (const { name } of CORRECTIONS)
        expect(steps.findIndex(({ does }) => does.startsWith(`correction-${name}`))).toBe(
          at(`correction-${name} started`),
        )
    }
  },
)
