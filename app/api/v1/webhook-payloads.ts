import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { sideShape } from '@/domain/history/shape'
import { PING, WEBHOOK_EVENTS } from '@/domain/webhook/rules'
import { payload } from '@/domain/webhook/shape'

const payloadOf = (event: string, sides: { before?: z.ZodType; after?: z.ZodType }) =>
  payload.extend({
    event: z.literal(event),
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
