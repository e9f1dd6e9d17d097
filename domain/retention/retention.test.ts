import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS } from '@/domain/question/rules'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { newId } from '@/services/ids'
import { makeArticle, makeUser, type MadeArticle, type MadeUser } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { planOf } from '@/tests/plan'
import { CLEARED, clearedBefore, type Cleared } from './rules'
import { clearOld } from './worker'
import { OLD } from './write'

withOwnDatabase()

const KEEPING = { deliveries: 30, mails: 30, notices: 30, requests: 30 }
const NOTHING = { deliveries: 0, mails: 0, notices: 0, bulkChanges: 0, requestKeys: 0 }
const AT = new Date('2026-03-31T12:00:00Z')
const ago = (days: number) => new Date(AT.getTime() - days * DAY_MS)

let editor: MadeUser
let other: MadeUser
let article: MadeArticle
let webhookId = ''

beforeAll(async () => {
  editor = await makeUser({ role: 'editor' })
  other = await makeUser({ role: 'checker' })
  article = await makeArticle(editor.actor)
  const webhook = { url: 'https://example.org/', events: [], secret: 'x', createdById: editor.actor.id }
  webhookId = (await db().webhook.create({ data: { ...webhook, disabledAt: AT } })).id
})
afterEach(() => setClock())

const delivery = (state: 'waiting' | 'delivered' | 'failed', made: number, delivered?: number) =>
  db().delivery.create({
    data: {
      ...{ webhookId, event: 'ping', payload: {}, state, createdAt: ago(made) },
      nextAt: state === 'waiting' ? ago(made) : null,
      deliveredAt: delivered === undefined ? null : ago(delivered),
    },
  })

function mail(state: 'waiting' | 'sent' | 'failed', days: number) {
  const id = newId()
  const letter = {
    id,
    key: id,
    to: 'reader@example.org',
    language: 'en',
    subject: 'S',
    text: '',
    messageId: id,
  }
  const times = {
    nextAt: state === 'waiting' ? ago(days) : null,
    sentAt: state === 'sent' ? ago(days) : null,
  }
  return db().mail.create({ data: { ...letter, state, createdAt: ago(days), ...times } })
}

async function notice(told: number, read?: number, daily = false) {
  const [claim] = article.claims
  const made = await db().notice.create({
    data: {
      ...{ id: newId(), personId: other.actor.id, kind: 'due', claims: 1, at: ago(told) },
      readAt: read === undefined ? null : ago(read),
      dailyAt: daily ? ago(told) : null,
    },
  })
  if (claim) await db().noticeClaim.create({ data: { noticeId: made.id, claimId: claim.id, due: ago(told) } })
  return made
}

async function bulkChange(made: number, ended?: number) {
  const [claim] = article.claims
  const bulk = await db().bulkChange.create({
    data: {
      ...{ id: newId(), byId: editor.actor.id, change: {}, at: ago(made) },
      endedAt: ended === undefined ? null : ago(ended),
    },
  })
  if (claim)
    await db().bulkChangeClaim.create({
      data: { bulkChangeId: bulk.id, claimId: claim.id, position: 0, version: 1 },
    })
  return bulk
}

const key = (made: number, subjectId: string = newId()) =>
  db().request.create({ data: { actorId: editor.actor.id, key: newId(), subjectId, createdAt: ago(made) } })

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()

/** Everything that may be cleared, as it stands. */
async function left() {
  const [deliveries, mails, notices, bulkChanges, keys] = await Promise.all([
    db().delivery.findMany({ select: { id: true } }),
    db().mail.findMany({ select: { id: true } }),
    db().notice.findMany({ select: { id: true } }),
    db().bulkChange.findMany({ select: { id: true } }),
    db().request.findMany({ select: { key: true } }),
  ])
  return {
    ...{
      deliveries: ids(deliveries),
      mails: ids(mails),
      notices: ids(notices),
      bulkChanges: ids(bulkChanges),
    },
    keys: keys.map((one) => one.key).sort(),
  }
}

describe('what is over and was kept for long enough', () => {
  it('is cleared; what waits, is unread or is younger is not', async () => {
    setClock(AT)
    const events = await db().event.count()
    const waiting = await bulkChange(400)
    const kept = {
      deliveries: ids([
        await delivery('waiting', 400),
        await delivery('delivered', 400, 29),
        await delivery('failed', 29),
      ]),
      mails: ids([await mail('waiting', 400), await mail('failed', 400), await mail('sent', 29)]),
      notices: ids([await notice(400), await notice(400, 29), await notice(400, 40, true)]),
      bulkChanges: ids([waiting, await bulkChange(400, 29)]),
      keys: [(await key(29)).key, (await key(400, waiting.id)).key].sort(),
    }
    const mine = await left()
    expect(mine.keys).toEqual(expect.arrayContaining(kept.keys))
    const before = mine.keys.filter((one) => !kept.keys.includes(one))
    await delivery('delivered', 400, 31)
    await delivery('failed', 31)
    await mail('sent', 31)
    await notice(400, 31)
    await bulkChange(400, 31)
    await key(31)
    expect(await clearOld(KEEPING)).toEqual({
      ...{ deliveries: 2, mails: 1, notices: 1, bulkChanges: 1, requestKeys: 1 },
    })
    expect(await left()).toEqual({ ...kept, keys: [...kept.keys, ...before].sort() })
    expect(await clearOld(KEEPING)).toEqual(NOTHING)
    expect(await db().event.count()).toBe(events)
  })

  it('is cleared piece by piece, by two instances at once, each record by one of them', async () => {
    setClock(AT)
    const many = Array.from({ length: 60 }, (_, n) => n)
    await Promise.all(many.map((n) => delivery('delivered', 400, 31 + n)))
    await Promise.all(many.map((n) => notice(400, 31 + n)))
    await Promise.all(many.slice(0, 6).map((n) => bulkChange(400, 31 + n)))
    const both = await Promise.all([clearOld(KEEPING, { piece: 7 }), clearOld(KEEPING, { piece: 7 })])
    const sum = (what: Cleared) => both.reduce((all, one) => all + one[what], 0)
    const again = await clearOld(KEEPING)
    expect(sum('deliveries') + again.deliveries).toBe(60)
    expect(sum('notices') + again.notices).toBe(60)
    expect(sum('bulkChanges') + again.bulkChanges).toBe(6)
  })

  it('stays when the settings keep it for ever', async () => {
    setClock(AT)
    const { id } = await delivery('delivered', 400, 399)
    expect((await clearOld({ ...KEEPING, deliveries: 0 })).deliveries).toBe(0)
    expect(await db().delivery.count({ where: { id } })).toBe(1)
  })

  it('stays while somebody sends it again', async () => {
    setClock(AT)
    const { id } = await delivery('failed', 400)
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from delivery where id = ${id}::uuid for update`
      await clearOld(KEEPING)
      await tx.delivery.update({ where: { id }, data: { state: 'waiting', nextAt: AT } })
    })
    await clearOld(KEEPING)
    expect(await db().delivery.count({ where: { id } })).toBe(1)
  })

  it.each(CLEARED)('is found through an index: %s', async (what) => {
    const plan = await planOf({ text: OLD[what], values: [AT, 10] })
    expect(plan).not.toMatch(/Seq Scan on (?!bulk_change b)|Sort/)
    expect(plan).toMatch(/Index (Only )?Scan/)
  })

  it('ended before a moment that each setting gives', () => {
    const keeping = { deliveries: 8, mails: 9, notices: 10, requests: 0 }
    expect(CLEARED.map((what) => clearedBefore(what, keeping, AT))).toEqual([
      ago(8),
      ago(9),
      ago(10),
      null,
      null,
    ])
  })
})
