import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { sideShape } from '@/domain/history/shape'
import { PING, WEBHOOK_EVENTS } from '@/domain/webhook/rules'
import { moment } from '@/domain/shape'

const id = z.uuid()
const numbered = (number: z.ZodType) => z.object({ id, number })

const subject = z
  .object({
    id,
    article: z.object({ id, url: z.url() }).optional(),
    claim: z.object({ id, number: z.int(), url: z.url() }).optional(),
    report: numbered(z.string()).optional(),
    correction: numbered(z.int()).optional(),
  })
  .openapi('EventSubject')

const payloadOf = (event: string, sides: { before?: z.ZodType; after?: z.ZodType }) =>
  z.object({
    id: id.openapi({ description: 'Of the line of history; the same for every attempt.' }),
    event: z.literal(event),
    at: moment,
    newsroom: z.string(),
    subject,
    ...(sides.before && { before: sides.before.optional() }),
    ...(sides.after && { after: sides.after.optional() }),
  })

/** Describes the webhook payloads, one message for each event. */
export function registerPayloads({ openAPIRegistry }: Pick<OpenAPIHono, 'openAPIRegistry'>): void {
  const messages = WEBHOOK_EVENTS.map((event) =>
    payloadOf(event, { before: sideShape(event, 'before'), after: sideShape(event, 'after') }),
  )
  for (const schema of [...messages, payloadOf(PING, {})])
    openAPIRegistry.registerWebhook({
      method: 'post',
      path: schema.shape.event.value,
      summary: 'Signed as Standard Webhooks says, by the secret of the address',
      security: [],
      request: { body: { content: { 'application/json': { schema } } } },
      responses: { '2XX': { description: 'Taken; anything else is tried again.' } },
    })
}
