import { z } from '@hono/zod-openapi'
import { DELIVERY_STATES } from '@/domain/delivery/rules'
import { afterId } from '@/domain/list/schema'
import { moment, orNull, person } from '@/domain/shape'
import { limit } from './shapes'

const fields = {
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.string()),
  createdAt: moment,
  createdBy: person,
  disabledAt: orNull(moment).openapi({ description: 'Null while it is in force.' }),
}

export const webhook = z.object(fields).openapi('Webhook')

export const newWebhook = z
  .object({
    ...fields,
    secret: z.string().openapi({ description: 'Signs what is sent (Standard Webhooks); shown this once.' }),
  })
  .openapi('NewWebhook')

export const delivery = z
  .object({
    id: z.uuid(),
    messageId: z.uuid().openapi({ description: 'The `webhook-id` of every attempt.' }),
    event: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    answer: z.string().openapi({
      description:
        'What the last attempt met: a status, or `address_refused`, `timeout`, `unreachable`, `disabled`.',
    }),
    createdAt: moment,
    nextAt: orNull(moment).openapi({ description: 'The next attempt, while it waits.' }),
    deliveredAt: orNull(moment),
  })
  .openapi('Delivery')

export const pageQuery = z.object({ limit, after: afterId.optional() })
const next = z.string().nullable()
export const webhookPage = z.object({ items: z.array(webhook), next }).openapi('WebhookPage')
export const deliveryPage = z.object({ items: z.array(delivery), next }).openapi('DeliveryPage')
