import 'server-only'
import type { z } from 'zod'
import { forbidden, notFound, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { Payload } from '@/domain/webhook/shape'
import { openWebhook } from '@/domain/webhook/open'
import { writeWebhook } from '@/domain/webhook/write'
import { sqlPool, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { afterAttempt, GONE, isUnderWay, LEASE_MS, type Outcome } from './rules'
import type { resendDeliverySchema } from './schema'

/** A delivery that this process may send until its lease ends. */
export type Taken = {
  id: string
  payload: Payload
  /** Includes the attempt that is about to begin. */
  attempts: number
  webhookId: string
  url: string
  secret: string
  disabled: boolean
}

/**
 * Takes the delivery that has been due longest and whose address is not in `busy`. Nobody else gets it before its lease
 * ends. If the process dies during the attempt, the delivery can be taken again after that.
 */
export async function takeDelivery(busy: readonly string[]): Promise<Taken | null> {
  const at = now()
  const { rows } = await sqlPool().query<Taken>(
    `with due as (
       select id from delivery
       where state = 'waiting' and next_at <= $1 and webhook_id <> all($2::uuid[])
       order by next_at, id limit 1
       for update skip locked
     )
     update delivery d set attempts = d.attempts + 1, answer = '', next_at = $3
     from due, webhook w
     where d.id = due.id and w.id = d.webhook_id
     returning d.id, d.payload, d.attempts, w.id as "webhookId", w.url, w.secret,
       w.disabled_at is not null as disabled`,
    [at, busy, new Date(at.getTime() + LEASE_MS)],
  )
  return rows[0] ?? null
}

/**
 * Stores the outcome of an attempt, unless another attempt has begun meanwhile. An address that answers 410 Gone is
 * disabled.
 */
export async function settleDelivery(taken: Taken, outcome: Outcome): Promise<void> {
  const at = now()
  await inTransaction(async (tx) => {
    await tx.delivery.updateMany({
      where: { id: taken.id, state: 'waiting', attempts: taken.attempts },
      data: afterAttempt(taken.attempts, outcome, at),
    })
    if (outcome === GONE) await giveUp(tx, taken.webhookId)
  })
}

/** Disables the address in the name of the person who registered it, because nobody on the desk did it. */
async function giveUp(tx: Tx, webhookId: string): Promise<void> {
  const webhook = await openWebhook(tx, webhookId)
  if (!webhook.disabled)
    await writeWebhook(tx, { id: webhook.createdById }, webhook, { disabled: true }, GONE)
}

/** Sends a delivery again with the same id, starting over at the first attempt. A delivery under way is left alone. */
export async function resendDelivery(
  actor: Actor,
  input: z.output<typeof resendDeliverySchema>,
): Promise<void> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  await inTransaction(async (tx) => {
    await tx.$queryRaw`select 1 from delivery where id = ${input.id}::uuid for update`
    const delivery = await tx.delivery.findUnique({
      where: { id: input.id },
      include: { webhook: { select: { disabledAt: true } } },
    })
    if (!delivery) throw notFound()
    if (delivery.webhook.disabledAt) throw ruleBroken('id', 'webhookDisabled')
    if (isUnderWay(delivery)) throw ruleBroken('id', 'deliveryUnderWay')
    if (delivery.attempts === 0 && delivery.state === 'waiting') return
    const data = { state: 'waiting', attempts: 0, answer: '', nextAt: now(), deliveredAt: null } as const
    await tx.delivery.update({ where: { id: delivery.id }, data })
    await recordEvent(tx, {
      actor,
      verb: 'delivery.resent',
      subjectId: delivery.id,
      before: { state: delivery.state, attempts: delivery.attempts, answer: delivery.answer },
    })
  })
}
