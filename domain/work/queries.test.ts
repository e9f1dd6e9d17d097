import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeRows } from '@/tests/claim-rows'
import { commentOnArticle, commentOnClaim, resolveThread } from '@/domain/comment/commands'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { getMyWork } from './queries'
import { WORK_SHOWN } from './rules'

/** Late in the evening in a newsroom three hours ahead of UTC, whose day ends at 21:00 UTC. */
const at = new Date('2026-03-10T20:30:00Z')

let writer: Actor
beforeAll(async () => {
  vi.stubEnv('NEWSROOM_TIME_ZONE', 'Asia/Riyadh')
  writer = (await makeUser({ role: 'editor' })).actor
})
afterAll(() => vi.unstubAllEnvs())
afterEach(() => setClock())

const hour = (written: string) => new Date(`2026-03-${written}:00Z`)
const quotes = ({ items }: { items: { quote: string }[] }) => items.map(({ quote }) => quote)

describe('somebody’s own work', () => {
  it('begins with what is late and due today, and lists the rest by its due time, open first', async () => {
    setClock(at)
    const me = (await makeUser({ role: 'checker' })).actor
    const other = (await makeUser({ role: 'checker' })).actor
    const mine = { assigneeId: me.id }
    await makeRows(writer, [
      { ...mine, quote: 'undated' },
      { ...mine, quote: 'tomorrow', dueAt: hour('10T21:00') },
      { ...mine, quote: 'tonight', dueAt: hour('10T20:59') },
      { ...mine, quote: 'late', dueAt: hour('10T20:29') },
      { ...mine, quote: 'done', dueAt: hour('09T12:00'), status: 'disputed' },
      { ...mine, quote: 'withdrawn', dueAt: hour('09T12:00'), withdrawnAt: at },
      { assigneeId: other.id, quote: 'of another', dueAt: hour('09T12:00') },
    ])
    const work = await getMyWork(me)
    expect(quotes(work.due)).toEqual(['late', 'tonight'])
    expect([work.due.total, work.overdue]).toEqual([2, 1])
    expect(quotes(work.assigned)).toEqual(['late', 'tonight', 'tomorrow', 'undated', 'done'])
    expect(work.assigned.total).toBe(5)
    expect(work.desk).toBeNull()
  })

  it('has at most a few of each list, and counts them all', async () => {
    const me = (await makeUser({ role: 'checker' })).actor
    await makeRows(
      writer,
      Array.from({ length: 30 }, () => ({ assigneeId: me.id, dueAt: new Date(0) })),
    )
    const { due, assigned } = await getMyWork(me)
    expect([due.total, due.items.length]).toEqual([30, WORK_SHOWN])
    expect([assigned.total, assigned.items.length]).toEqual([30, WORK_SHOWN])
  })

  it('has the verdicts that a change of the text set back, of the person who gave them', async () => {
    const me = (await makeUser({ role: 'checker' })).actor
    const other = (await makeUser({ role: 'checker' })).actor
    const earlier = (reviewedById: string) => ({ status: 'verified', quote: 'x', revision: 1, reviewedById })
    await makeRows(writer, [
      { quote: 'mine', earlier: earlier(me.id) },
      { quote: 'to give again', earlier: earlier(other.id), assigneeId: me.id },
      { quote: 'of another', earlier: earlier(other.id) },
      { quote: 'given again', earlier: earlier(me.id), status: 'disputed' },
    ])
    expect(quotes((await getMyWork(me)).sentBack).sort()).toEqual(['mine', 'to give again'])
    expect(quotes((await getMyWork(other)).sentBack).sort()).toEqual(['of another', 'to give again'])
  })

  it('has what waits for a sign-off only where the person may give it', async () => {
    const [editor, checker] = [await makeUser({ role: 'editor' }), await makeUser({ role: 'checker' })]
    const mark = unique()
    const { ids } = await makeRows(editor.actor, [
      { quote: `wrong ${mark}`, status: 'disputed' },
      { quote: `own ${mark}`, status: 'disputed' },
      { quote: `signed ${mark}`, status: 'disputed', signedOffAt: at },
      { quote: `plain ${mark}`, status: 'needs_source' },
      { quote: `open ${mark}`, priority: 'urgent' },
    ])
    await db().claimWriter.create({
      data: { claimId: ids[1] ?? '', part: 'status', personId: editor.actor.id },
    })
    const waiting = async (who: typeof editor) =>
      quotes((await getMyWork(who.actor)).signOff).filter((quote) => quote.endsWith(mark))
    expect(await waiting(editor)).toEqual([`wrong ${mark}`])
    expect(await waiting(checker)).toEqual([])
    vi.stubEnv('FACTDESK_SIGN_OFF', 'reviewed')
    expect((await waiting(editor)).sort()).toEqual([`plain ${mark}`, `wrong ${mark}`])
    vi.stubEnv('FACTDESK_SIGN_OFF', 'off')
    expect(await waiting(editor)).toEqual([])
    vi.stubEnv('FACTDESK_SIGN_OFF', 'disputed')
  })
})

describe('the work of the desk', () => {
  it('counts open, overdue and due today by person and by article, for those who assign work', async () => {
    setClock(at)
    const editor = (await makeUser({ role: 'editor' })).actor
    const busy = (await makeUser({ role: 'checker' })).actor
    const { articleId } = await makeRows(editor, [
      { assigneeId: busy.id, dueAt: hour('10T12:00') },
      { assigneeId: busy.id, dueAt: hour('09T12:00') },
      { assigneeId: busy.id, dueAt: hour('10T20:45') },
      { assigneeId: busy.id },
      { assigneeId: busy.id, status: 'verified', dueAt: hour('09T12:00') },
      // Enough that the article is among the first, whatever other tests write.
      ...Array.from({ length: 600 }, () => ({ dueAt: hour('01T12:00') })),
    ])
    const desk = (await getMyWork(editor)).desk
    const of = (id: string) => desk?.people.items.find(({ person }) => person?.id === id)
    expect(of(busy.id)).toMatchObject({ open: 4, overdue: 2, today: 2 })
    expect(desk?.people.items[0], 'nobody first').toMatchObject({ person: null })
    expect(desk?.people.items[0]?.overdue).toBeGreaterThanOrEqual(600)
    expect(desk?.articles.items.find(({ article }) => article.id === articleId)).toMatchObject({
      open: 604,
      overdue: 602,
      today: 2,
    })
  })
})

it('mentions are open comments of others that name the person, until there is an answer', async () => {
  const me = (await makeUser({ role: 'checker' })).actor
  const { id: articleId, claims } = await makeArticle(writer)
  const claimId = claims[0]?.id ?? ''
  const say = (by: Actor, text: string, threadId?: string) =>
    commentOnClaim(by, { claimId, text, threadId, mentions: text.includes('@') ? [me.id] : [] })
  const asked = await say(writer, `@${me.name}, which year?`)
  const resolved = await say(writer, `@${me.name}, settled?`)
  await say(me, `@${me.name}, note this`)
  await commentOnArticle(writer, { articleId, text: `See all, @${me.name}`, mentions: [me.id] })
  await resolveThread(writer, { id: resolved.id, resolved: true })
  const mentions = async () => (await getMyWork(me)).mentions
  expect(await mentions()).toMatchObject({
    total: 2,
    items: [
      { text: `See all, @${me.name}`, claim: null, article: { id: articleId }, by: { id: writer.id } },
      { id: asked.id, claim: { id: claimId, number: 1 } },
    ],
  })
  await say(me, 'In 1998.', asked.id)
  expect((await mentions()).total).toBe(1)
  await say(writer, `And the month, @${me.name}?`, asked.id)
  expect((await mentions()).items.map(({ text }) => text)[0]).toBe(`And the month, @${me.name}?`)
})
