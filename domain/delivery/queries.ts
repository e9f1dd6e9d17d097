import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { cutAfter } from '@/domain/list/page'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import type { DeliveryLine, DeliveryPage } from './shape'

const PAGE = 50

const COLUMNS = {
  id: true,
  event: true,
  payload: true,
  state: true,
  attempts: true,
  answer: true,
  createdAt: true,
  nextAt: true,
  deliveredAt: true,
} as const

type Row = Omit<DeliveryLine, 'messageId'> & { payload: unknown }

const lineOf = ({ payload, ...row }: Row): DeliveryLine => ({
  ...row,
  messageId: (payload as { id: string }).id,
})

type Options = { webhookId: string; after?: string; limit?: number }

/** The deliveries to an address, sent and waiting, the newest first; a page begins after the delivery `after`. */
export async function listDeliveries(
  actor: Actor,
  { webhookId, after, limit = PAGE }: Options,
): Promise<DeliveryPage> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  if (!(await db().webhook.findUnique({ where: { id: webhookId }, select: { id: true } }))) throw notFound()
  const rows = await db().delivery.findMany({
    where: { webhookId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(after && { cursor: { id: after }, skip: 1 }),
    select: COLUMNS,
  })
  return cutAfter(rows.map(lineOf), limit, ({ id }) => id)
}

export async function getDelivery(actor: Actor, id: string): Promise<DeliveryLine> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  const row = await db().delivery.findUnique({ where: { id }, select: COLUMNS })
  if (!row) throw notFound()
  return lineOf(row)
}
