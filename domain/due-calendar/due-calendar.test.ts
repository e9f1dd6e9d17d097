import { afterEach, describe, expect, it } from 'vitest'
import { changePassword } from '@/domain/password/commands'
import { changeUser } from '@/domain/user/commands'
import type { Actor, Role } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { makeRows } from '@/tests/claim-rows'
import { bench, start } from '@/tests/correction'
import { makeUser } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { makeCalendar, revokeCalendar } from './commands'
import { calendarMadeAt, dueWorkOf } from './queries'
import { SHOWN } from './sql'

const at = new Date('2026-03-10T12:00:00Z')
const hour = (written: string) => new Date(`2026-03-${written}:00Z`)
afterEach(() => setClock())

const made = (actor: Actor) => makeCalendar(actor, { language: 'ar' })
const isGone = async (secret: string) => (await refusal(dueWorkOf(secret))).code === 'not_found'
const verbsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { position: 'asc' } })).map(({ verb }) => verb)
const quotesOf = async (secret: string) => (await dueWorkOf(secret)).items.map(({ quote }) => quote)

describe('the address of a calendar', () => {
  it('is stored as a hash, until it is revoked', async () => {
    const { actor } = await makeUser({ role: 'checker' })
    expect(await calendarMadeAt(actor)).toBeNull()
    setClock(at)
    const secret = await made(actor)
    expect(secret).toMatch(/^[\w-]{32}$/)
    expect(await calendarMadeAt(actor)).toEqual(at)
    expect(await dueWorkOf(secret)).toEqual({ language: 'ar', items: [] })
    const row = await db().dueCalendar.findUniqueOrThrow({ where: { userId: actor.id } })
    expect(JSON.stringify(row)).not.toContain(secret)
    await revokeCalendar(actor)
    await revokeCalendar(actor)
    expect(await isGone(secret)).toBe(true)
    expect(await calendarMadeAt(actor)).toBeNull()
    expect(await verbsOf(actor.id)).toEqual(['calendar.made', 'calendar.revoked'])
  })

  it('ends when its owner makes another, and is nobody else’s to end', async () => {
    const [{ actor }, other] = await Promise.all([makeUser(), makeUser({ role: 'admin' })])
    const first = await made(actor)
    const second = await made(actor)
    expect([await isGone(first), await quotesOf(second)]).toEqual([true, []])
    await revokeCalendar(other.actor)
    expect(await quotesOf(second)).toEqual([])
  })

  it('is one, also when it is made several times at once', async () => {
    const { actor } = await makeUser()
    const { done, refused } = await race(Array.from({ length: 5 }, () => made(actor)))
    expect([done.length, refused]).toEqual([5, []])
    const gone = await Promise.all(
      done.map((secret) =>
        dueWorkOf(secret).then(
          () => false,
          () => true,
        ),
      ),
    )
    expect(gone.filter((ended) => !ended)).toHaveLength(1)
  })

  it('ends with its owner’s access, and renewed access does not bring it back', async () => {
    const { actor: admin } = await makeUser({ role: 'admin' })
    const { actor } = await makeUser()
    const secret = await made(actor)
    await changeUser(admin, { id: actor.id, active: false })
    expect(await isGone(secret)).toBe(true)
    await changeUser(admin, { id: actor.id, active: true })
    expect(await isGone(secret)).toBe(true)
  })

  it('is read by nobody without access, however access ended', async () => {
    const { actor } = await makeUser()
    const secret = await made(actor)
    await db().user.update({ where: { id: actor.id }, data: { deactivatedAt: at } })
    expect(await isGone(secret)).toBe(true)
  })

  it('ends with another password, as API tokens do', async () => {
    const { actor, password } = await makeUser()
    const secret = await made(actor)
    await changePassword(actor, { current: password, password: 'harbour violin eleven moss' })
    expect(await isGone(secret)).toBe(true)
  })

  it('outlives another role', async () => {
    const { actor: admin } = await makeUser({ role: 'admin' })
    const { actor } = await makeUser({ role: 'editor' })
    const secret = await made(actor)
    await changeUser(admin, { id: actor.id, role: 'viewer' })
    expect(await quotesOf(secret)).toEqual([])
  })

  it('is made by nobody whose role the desk does not know', async () => {
    const guest = { ...(await makeUser()).actor, role: 'guest' as Role }
    for (const work of [made(guest), revokeCalendar(guest), calendarMadeAt(guest)])
      expect((await refusal(work)).code).toBe('forbidden')
  })

  it.each([
    '',
    'x',
    'a'.repeat(31),
    'a'.repeat(33),
    `${'a'.repeat(31)}ø`,
    `${'a'.repeat(32)}\n`,
    'a'.repeat(32),
  ])('is not %j', async (secret) => expect(await isGone(secret)).toBe(true))
})

describe('due work', () => {
  it('is what a person still has to check by some time, in its order', async () => {
    const { actor: editor } = await makeUser()
    const { actor: me } = await makeUser({ role: 'checker' })
    const mine = { assigneeId: me.id }
    const { articleId } = await makeRows(editor, [
      { ...mine, quote: 'later', dueAt: hour('12T09:00') },
      { ...mine, quote: 'late', dueAt: hour('09T09:00') },
      { ...mine, quote: 'undated' },
      { ...mine, quote: 'next', dueAt: hour('11T09:00') },
      { ...mine, quote: 'done', dueAt: hour('11T09:00'), status: 'disputed' },
      { ...mine, quote: 'withdrawn', dueAt: hour('11T09:00'), withdrawnAt: at },
      { assigneeId: editor.id, quote: 'of another', dueAt: hour('11T09:00') },
    ])
    setClock(at)
    const secret = await made(me)
    expect(await quotesOf(secret)).toEqual(['late', 'next', 'later'])
    const [first] = (await dueWorkOf(secret)).items
    expect(first).toMatchObject({
      kind: 'claim',
      number: 2,
      due: hour('09T09:00'),
      article: { id: articleId },
    })
  })

  it('follows the deadline of an article, and says that it changed', async () => {
    const { actor: editor } = await makeUser()
    const { articleId } = await makeRows(editor, [{ assigneeId: editor.id, quote: 'with the article' }])
    const secret = await made(editor)
    expect(await quotesOf(secret)).toEqual([])
    const changedAt = new Date('2190-01-01T00:00:00Z')
    await db().article.update({
      where: { id: articleId },
      data: { deadline: hour('13T09:00'), updatedAt: changedAt },
    })
    expect((await dueWorkOf(secret)).items).toMatchObject([
      { quote: 'with the article', due: hour('13T09:00'), changedAt },
    ])
  })

  it('has the open corrections that a person owns', async () => {
    const newsroom = await bench()
    const { id } = await start(newsroom)
    const { actor: owner } = newsroom.second
    await db().correction.update({ where: { id }, data: { ownerId: owner.id } })
    const secret = await made(owner)
    expect((await dueWorkOf(secret)).items).toMatchObject([{ kind: 'correction', id }])
    await db().correction.update({ where: { id }, data: { ownerId: null } })
    expect((await dueWorkOf(secret)).items).toEqual([])
  })

  it('has a limit: the next that are due, and the last that are overdue', async () => {
    const { actor } = await makeUser()
    const rows = (from: number, count: number, first: string) =>
      Array.from({ length: count }, (_, n) => ({
        ...{ assigneeId: actor.id, number: from + n, quote: `${first} ${n}` },
        dueAt: new Date(at.getTime() + (first === 'late' ? -1 : 1) * (n + 1) * 60_000),
      }))
    const { coming, overdue } = SHOWN
    await makeRows(actor, [...rows(1, overdue + 2, 'late'), ...rows(1_000, coming + 2, 'next')])
    setClock(at)
    const quotes = await quotesOf(await made(actor))
    expect(quotes).toHaveLength(coming + overdue)
    expect([quotes[0], quotes[overdue - 1], quotes[overdue], quotes.at(-1)]).toEqual([
      `late ${overdue - 1}`,
      'late 0',
      'next 0',
      `next ${coming - 1}`,
    ])
  })
})
