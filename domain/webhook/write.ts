import 'server-only'
import { fieldsBefore } from '@/domain/claim/rules'
import { recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import type { OpenWebhook, WebhookFields } from './open'

function verbOf({ disabled }: Partial<WebhookFields>) {
  if (disabled === undefined) return 'webhook.changed'
  return disabled ? 'webhook.disabled' : 'webhook.enabled'
}

/**
 * Fails the waiting deliveries of a disabled address, which somebody can resend by hand. Deliveries under way are left
 * alone.
 */
const failWaiting = (tx: Tx, webhookId: string) =>
  tx.delivery.updateMany({
    where: { webhookId, state: 'waiting', OR: [{ attempts: 0 }, { answer: { not: '' } }] },
    data: { state: 'failed', answer: 'disabled', nextAt: null },
  })

/**
 * Changes, disables or enables an open webhook, with one line of history.
 * @param answer the status with which the address said that it is gone
 */
export async function writeWebhook(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  webhook: OpenWebhook,
  changes: Partial<WebhookFields>,
  answer?: number,
): Promise<void> {
  const { disabled, ...columns } = changes
  await tx.webhook.update({
    where: { id: webhook.id },
    data: { ...columns, ...(disabled !== undefined && { disabledAt: disabled ? now() : null }) },
  })
  if (disabled) await failWaiting(tx, webhook.id)
  await recordEvent(tx, {
    actor,
    verb: verbOf(changes),
    subjectId: webhook.id,
    before: fieldsBefore(webhook, changes),
    after: { ...changes, ...(answer !== undefined && { answer }) },
  })
}
