import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { sayPresence } from '@/domain/live/commands'
import { liveStream } from '@/domain/live/queries'
import { liveParamsSchema, presenceSchema } from '@/domain/live/schema'
import { liveChange, livePresence, liveReady } from '@/domain/live/shape'
import { eventStream } from './event-stream'
import { operation } from './operation'
import { newRouter } from './router'
import { jsonBody, refusals, WRITE_REFUSALS } from './shapes'

export const live = newRouter()

/** The data of a message. */
const data = z.union([liveReady, liveChange, livePresence])

/** An id that is no moment of ours is no refusal: the stream then says to look again. */
const lastEventId = z.object({
  'last-event-id': z.string().max(100).optional().openapi({
    description:
      'The id of the last message that the reader got, as browsers send it. It counts before `since`.',
  }),
})

const DESCRIPTION = `What changes, as it changes, in server-sent events. Each message names records and holds none of
their words, and only what the reader may see is sent.

- \`ready\` comes first, with the moment from which the stream hears (\`LiveReady\`).
- \`change\`: something was written (\`LiveChange\`).
- \`notice\`: the reader has a new notice, in a stream of one article too.
- \`resync\`: changes may have been missed, so look again.
- \`presence\`, in a stream of one article: who else is at its claims (\`LivePresence\`).
- \`beat\`, every 20 seconds, shows that the stream is alive.

The id of a message is a moment. A reader who comes back with it, or with \`since\`, hears what was missed, or \`resync\`
when that is no longer known. The stream ends when the reader’s access ends, when the desk stops, and when the reader is too slow.`

const follow = operation({
  operationId: 'followChanges',
  may: 'readArticles',
  pages: true,
  method: 'get',
  path: '/live',
  summary: 'Changes as they are made, by server-sent events',
  description: DESCRIPTION,
  request: { query: liveParamsSchema, headers: lastEventId },
  responses: {
    200: {
      description: 'The messages, until either side ends it. The schema is that of the data of each.',
      content: { 'text/event-stream': { schema: data } },
    },
    ...refusals(400, 401, 404, 429, 503),
  },
})

/** The moment that a reader looked last. What cannot be read is long ago, so that the reader looks again. */
function lookedAt(id: string | undefined, since: number | undefined): number | null {
  if (id === undefined || id === '') return since ?? null
  return /^\d{1,15}$/.test(id) ? Number(id) : 0
}

/** An answer with the headers of all answers. */
const answering = (c: Context, made: Response) => c.newResponse(made.body, made)

live.openapi(follow, async (c): Promise<Response> => {
  const { article, since } = c.req.valid('query')
  const open = await liveStream(c.var.actor, { article })
  if (c.req.method === 'HEAD') return answering(c, eventStream(null))
  const from = lookedAt(c.req.valid('header')['last-event-id'], since)
  return answering(
    c,
    eventStream((stream) => open({ ...stream, again: c.var.again }, from)),
  )
})

const present = operation({
  operationId: 'sayPresence',
  may: 'readArticles',
  pages: true,
  method: 'post',
  path: '/live/presence',
  summary: 'At which claim of an article somebody is, and whether they type',
  description:
    'Everybody else at the article hears it. Say it again every 15 seconds, and every 3 while somebody types: it is forgotten after 40 seconds, and typing after 6.',
  request: jsonBody(presenceSchema.strict()),
  responses: { 204: { description: 'It was said.' }, ...refusals(...WRITE_REFUSALS) },
})

live.openapi(present, async (c) => {
  await sayPresence(c.var.actor, c.req.valid('json'))
  return c.body(null, 204)
})
