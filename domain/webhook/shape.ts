import { z } from 'zod'
import { moment, orNull, pageShape, person, type Read } from '@/domain/shape'

/** Without the secret, which is shown once. */
export const webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.string()),
    createdAt: moment,
    createdBy: person,
    disabledAt: orNull(moment).meta({ description: 'Null while it is in force.' }),
  })
  .meta({ id: 'Webhook' })
export type WebhookLine = Read<typeof webhook>

export const webhookPage = pageShape(webhook).meta({ id: 'WebhookPage' })
export type WebhookPage = Read<typeof webhookPage>

const id = z.uuid()

const subject = z
  .object({
    id,
    article: z.object({ id, url: z.url() }).optional(),
    claim: z.object({ id, number: z.int(), url: z.url() }).optional(),
    report: z.object({ id, number: z.string() }).optional(),
    correction: z.object({ id, number: z.int() }).optional(),
  })
  .meta({ id: 'EventSubject' })
export type Subject = z.infer<typeof subject>

/** The message to an address, without the changed fields. */
export const payload = z.object({
  id: id.meta({ description: 'Of the line of history; the same for every attempt.' }),
  event: z.string(),
  at: moment,
  newsroom: z.string(),
  subject,
})

type Fields = Record<string, unknown>
/** The message to an address. `before` and `after` hold only the changed fields, as in the line of history. */
export type Payload = z.infer<typeof payload> & { before?: Fields; after?: Fields }
