import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { readOnwards, readRow, type Onwards } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { deliveryList } from './list'
import type { DeliveryLine, DeliveryPage } from './shape'

/** The deliveries to an address. */
export async function listDeliveries(
  actor: Actor,
  { webhookId, ...page }: Onwards<typeof deliveryList> & { webhookId: string },
): Promise<DeliveryPage> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  if (!(await db().webhook.findUnique({ where: { id: webhookId }, select: { id: true } }))) throw notFound()
  return readOnwards(deliveryList, { ...page, webhook: webhookId })
}

export async function getDelivery(actor: Actor, id: string): Promise<DeliveryLine> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  const delivery = await readRow(deliveryList, id)
  if (!delivery) throw notFound()
  return delivery
}

/** How many wait to be sent, and since when the one that has been due longest waits. For the metrics of the desk. */
export async function deliveryQueue(): Promise<{ waiting: number; dueSince: Date | null }> {
  const { rows } = await sqlPool().query<{ waiting: number; dueSince: Date | null }>(
    `select count(*)::int as waiting, min(next_at) filter (where next_at <= $1) as "dueSince"
     from delivery where state = 'waiting'`,
    [now()],
  )
  return rows[0] ?? { waiting: 0, dueSince: null }
}
