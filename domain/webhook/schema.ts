import { z } from 'zod'
import { listOf } from '@/text/list'
import { saying } from '@/text/wellformed'
import { URL_MAX, WEBHOOK_EVENTS } from './rules'

const url = saying(URL_MAX)
const events = listOf(z.enum(WEBHOOK_EVENTS), WEBHOOK_EVENTS.length * 2, { missing: 'required' })
  .min(1, 'webhookNeedsEvent')
  .transform((given) => WEBHOOK_EVENTS.filter((event) => given.includes(event)))

export const addWebhookSchema = z.object({ url, events })
export type AddWebhook = z.output<typeof addWebhookSchema>

/** Only the given fields change. */
export const changeWebhookSchema = z.object({
  id: z.uuid('notAnId'),
  url: url.optional(),
  events: events.optional(),
  disabled: z.boolean('wrongType').optional(),
})
export type ChangeWebhook = z.output<typeof changeWebhookSchema>

export const pingWebhookSchema = z.object({ id: z.uuid('notAnId') })
