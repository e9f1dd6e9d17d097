import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import { addWebhook, changeWebhook } from '@/domain/webhook/commands'
import type { WebhookEvent } from '@/domain/webhook/rules'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { withOwnDatabase } from '@/tests/own-database'
import { status, withReceiver } from '@/tests/receiver'
import { refusal } from '@/tests/refusal'
import { resendDelivery, takeDelivery } from './commands'
import { listDeliveries } from './queries'
import { LEASE_MS, PAUSES } from './rules'
import { deliverDue } from './worker'

withOwnDatabase()
const receiver = withReceiver()
const BEGIN = new Date('2026-12-01T08:00:00Z').getTime()
const later = (seconds: number) => setClock(new Date(BEGIN + seconds * 1000))
const run = () => deliverDue({ allowPrivate: true })

let admin: Actor
beforeAll(async () => {
  process.env.FACTDESK_ALLOW_PRIVATE_ADDRESSES = 'on'
  admin = (await makeUser({ role: 'admin' })).actor
})
beforeEach(() => later(0))
afterEach(async () => {
  setClock()
  await db().webhook.updateMany({ data: { disabledAt: new Date() } })
  await db().delivery.updateMany({ where: { state: 'waiting' }, data: { state: 'failed', nextAt: null } })
})

async function hook(events: WebhookEvent[] = ['claim.reviewed']) {
  const path = `/${unique()}`
  const { id } = await addWebhook(admin, { url: receiver.url(path), events })
  return {
    id,
    path,
    got: () => receiver.at(path),
    lines: async () => (await listDeliveries(admin, { webhookId: id })).items,
  }
}

async function reviewed(status: 'disputed' | 'needs_source' = 'needs_source') {
  const { actor } = await makeUser()
  const article = await makeArticle(actor)
  const [claim] = article.claims
  if (!claim) throw new Error('no claim')
  await changeClaim(actor, { id: claim.id, version: 1, status, finding: 'Nobody counted.' })
  return { actor, article, claim }
}

describe('an event', () => {
  it('is sent to addresses that asked for it, as the line of history records it', async () => {
    const [asked, other] = [await hook(), await hook(['article.revised'])]
    const { article, claim } = await reviewed()
    await run()
    expect(other.got()).toEqual([])
    const event = await db().event.findFirstOrThrow({ where: { claimId: claim.id, verb: 'claim.reviewed' } })
    const url = `http://127.0.0.1:3000/articles/${article.id}`
    expect(asked.got().map((one) => one.payload)).toEqual([
      {
        id: event.id,
        event: 'claim.reviewed',
        at: event.at.toISOString(),
        newsroom: 'Factdesk',
        subject: {
          id: claim.id,
          article: { id: article.id, url },
          claim: { id: claim.id, number: 1, url: `${url}/claims/1` },
        },
        before: event.before,
        after: event.after,
      },
    ])
    expect(asked.got()[0]?.headers['webhook-id']).toBe(event.id)
    expect(await asked.lines()).toMatchObject([{ state: 'delivered', attempts: 1, answer: '204' }])
    await run()
    expect(asked.got()).toHaveLength(1)
  })

  it('is sent in order', async () => {
    const made = await hook(['article.created', 'claim.reviewed', 'claim.withdrawn'])
    const { actor } = await makeUser()
    const article = await makeArticle(actor)
    const [one, two] = article.claims
    for (const claim of [two, one])
      await changeClaim(actor, { id: claim?.id ?? '', version: 1, status: 'needs_source' })
    await run()
    const told = made.got().map(({ payload }) => payload as { event: string; subject?: { id: string } })
    expect(told.map(({ event, subject }) => [event, subject?.id])).toEqual([
      ['article.created', article.id],
      ['claim.reviewed', two?.id],
      ['claim.reviewed', one?.id],
    ])
  })

  it('is sent to nobody when its write was rolled back', async () => {
    const made = await hook()
    const { actor } = await makeUser()
    const article = await makeArticle(actor)
    const [claim] = article.claims
    const undone = inTransaction(async (tx) => {
      const line = { actor, verb: 'claim.reviewed', subjectId: claim?.id ?? '' } as const
      await recordEvent(tx, { ...line, articleId: article.id, claimId: claim?.id })
      expect(await tx.delivery.count({ where: { webhookId: made.id } })).toBe(1)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await run()
    expect(made.got()).toEqual([])
    expect(await made.lines()).toEqual([])
  })

  it('waits in the database until somebody sends it', async () => {
    const made = await hook()
    await reviewed()
    expect(await made.lines()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    expect(made.got()).toEqual([])
    later(3_600)
    await run()
    expect(made.got()).toHaveLength(1)
  })
})

describe('an attempt', () => {
  it('that failed is repeated after growing pauses, then no more', async () => {
    const made = await hook()
    await reviewed()
    receiver.answer = status(500)
    let at = 0
    for (const [index, pause] of PAUSES.entries()) {
      await run()
      expect(await made.lines()).toMatchObject([{ state: 'waiting', attempts: index + 1, answer: '500' }])
      later(at + pause - 1)
      await run()
      expect(made.got()).toHaveLength(index + 1)
      later((at += pause))
    }
    await run()
    expect(await made.lines()).toMatchObject([{ state: 'failed', attempts: PAUSES.length + 1, nextAt: null }])
    expect(new Set(made.got().map((one) => one.headers['webhook-id'])).size).toBe(1)
    expect(new Set(made.got().map((one) => one.body)).size).toBe(1)
    expect(new Set(made.got().map((one) => one.headers['webhook-timestamp'])).size).toBe(PAUSES.length + 1)
  })

  it('that broke off with its process is repeated once its lease has ended', async () => {
    const made = await hook()
    await reviewed()
    expect(await takeDelivery([])).toMatchObject({ webhookId: made.id, attempts: 1 })
    await run()
    expect(made.got()).toEqual([])
    later(LEASE_MS / 1000)
    await run()
    expect(await made.lines()).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })

  it('is made once, however many processes look for due deliveries', async () => {
    const hooks = [await hook(), await hook(), await hook()]
    for (let n = 0; n < 4; n += 1) await reviewed()
    await Promise.all([run(), run(), run()])
    for (const made of hooks) {
      const ids = made.got().map((one) => one.payload.id)
      expect([ids.length, new Set(ids).size]).toEqual([4, 4])
    }
  })

  it('that is abandoned because the desk stops does not count', async () => {
    const made = await hook()
    await reviewed()
    const stop = new AbortController()
    receiver.answer = () => stop.abort()
    await deliverDue({ allowPrivate: true, stop: stop.signal, until: stop.signal })
    expect(await made.lines()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    receiver.answer = status(200)
    await run()
    expect(await made.lines()).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  it('to an address that hangs delays no other address', async () => {
    const [slow, quick] = [await hook(), await hook()]
    await reviewed()
    await reviewed()
    let held: (() => void) | undefined
    receiver.answer = (response, { path }) => {
      if (path === slow.path && slow.got().length === 1) held = () => void response.writeHead(204).end()
      else response.writeHead(204).end()
      if (quick.got().length < 2) return
      held?.()
      held = undefined
    }
    await run()
    expect([slow.got().length, quick.got().length]).toEqual([2, 2])
  })

  it('does not follow redirects', async () => {
    const made = await hook()
    await reviewed()
    receiver.answer = status(302, { location: receiver.url('/elsewhere') })
    await run()
    expect(receiver.at('/elsewhere')).toEqual([])
    expect(await made.lines()).toMatchObject([{ state: 'waiting', answer: '302' }])
  })

  it('is refused at private addresses once these are no longer allowed', async () => {
    const made = await hook()
    await reviewed()
    await deliverDue({ allowPrivate: false })
    expect(made.got()).toEqual([])
    expect(await made.lines()).toMatchObject([{ state: 'waiting', attempts: 1, answer: 'address_refused' }])
  })

  it('answered by 410 Gone disables the address and fails everything that waits for it', async () => {
    const made = await hook()
    await reviewed()
    await reviewed()
    receiver.answer = status(410)
    await run()
    expect(made.got()).toHaveLength(1)
    expect((await made.lines()).map(({ state, answer }) => [state, answer])).toEqual([
      ['failed', 'disabled'],
      ['failed', '410'],
    ])
    await reviewed()
    expect(await made.lines()).toHaveLength(2)
    const event = await db().event.findFirstOrThrow({
      where: { subjectId: made.id, verb: 'webhook.disabled' },
    })
    expect(event).toMatchObject({ actorId: admin.id, after: { disabled: true, answer: 410 } })
  })
})

describe('sending again', () => {
  it('starts over at the first attempt, with the same message', async () => {
    const made = await hook()
    await reviewed()
    await run()
    const [line] = await made.lines()
    await resendDelivery(admin, { id: line?.id ?? '' })
    expect(await made.lines()).toMatchObject([{ state: 'waiting', attempts: 0, deliveredAt: null }])
    await run()
    const [first, second] = made.got()
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(await db().event.count({ where: { subjectId: line?.id, verb: 'delivery.resent' } })).toBe(1)
  })

  it('does not wait for the next attempt, and asking twice equals asking once', async () => {
    const made = await hook()
    await reviewed()
    receiver.answer = status(500)
    await run()
    const [line] = await made.lines()
    await resendDelivery(admin, { id: line?.id ?? '' })
    await resendDelivery(admin, { id: line?.id ?? '' })
    expect(await db().event.count({ where: { subjectId: line?.id, verb: 'delivery.resent' } })).toBe(1)
    receiver.answer = status(200)
    await run()
    expect(await made.lines()).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  it('leaves alone a delivery under way and one to a disabled address', async () => {
    const made = await hook()
    await reviewed()
    const taken = await takeDelivery([])
    const again = () => refusal(resendDelivery(admin, { id: taken?.id ?? '' }))
    expect(await again()).toMatchObject({ code: 'rule', key: 'deliveryUnderWay' })
    await changeWebhook(admin, { id: made.id, disabled: true })
    expect(await again()).toMatchObject({ code: 'rule', key: 'webhookDisabled' })
    later(LEASE_MS / 1000)
    await run()
    expect(made.got()).toEqual([])
    expect(await made.lines()).toMatchObject([{ state: 'failed', answer: 'disabled' }])
  })
})
