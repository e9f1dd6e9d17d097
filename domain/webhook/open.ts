import 'server-only'
import { notFound } from '@/domain/errors'
import type { Tx } from '@/prisma/client'

/** Locks and loads a webhook until the transaction ends. @throws DomainError `not_found` */
export async function openWebhook(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from webhook where id = ${id}::uuid for no key update`
  const webhook = await tx.webhook.findUnique({ where: { id } })
  if (!webhook) throw notFound()
  const { disabledAt, ...kept } = webhook
  return { ...kept, disabled: disabledAt !== null }
}

export type OpenWebhook = Awaited<ReturnType<typeof openWebhook>>
export type WebhookFields = Pick<OpenWebhook, 'url' | 'events' | 'disabled'>
