import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { readOnwards, readRow, type Onwards } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { webhookList } from './list'
import type { WebhookLine, WebhookPage } from './shape'

export async function listWebhooks(
  actor: Actor,
  page: Onwards<typeof webhookList> = {},
): Promise<WebhookPage> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  return readOnwards(webhookList, page)
}

export async function getWebhook(actor: Actor, id: string): Promise<WebhookLine> {
  if (!may(actor, 'manageWebhooks')) throw forbidden()
  const webhook = await readRow(webhookList, id)
  if (!webhook) throw notFound()
  return webhook
}
