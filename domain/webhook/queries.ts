import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { cutAfter } from '@/domain/list/page'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import type { WebhookLine, WebhookPage } from './shape'

const PAGE = 50

const COLUMNS = {
  id: true,
  url: true,
  events: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
  disabledAt: true,
} as const

/** The webhooks, active and disabled, the newest first; a page begins after the webhook `after`. */
export async function listWebhooks(
  actor: Actor,
  { after, limit = PAGE }: { after?: string; limit?: number } = {},
): Promise<WebhookPage> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  const rows = await db().webhook.findMany({
    where: after ? { id: { lt: after } } : undefined,
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: COLUMNS,
  })
  return cutAfter(rows, limit, ({ id }) => id)
}

export async function getWebhook(actor: Actor, id: string): Promise<WebhookLine> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  const row = await db().webhook.findUnique({ where: { id }, select: COLUMNS })
  if (!row) throw notFound()
  return row
}
