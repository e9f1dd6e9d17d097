import { z } from '@hono/zod-openapi'
import { VERBS } from '@/domain/history/events'
import { fieldsShape } from '@/domain/history/shape'
import { afterId } from '@/domain/list/schema'
import { moment, orNull, person } from '@/domain/shape'
import { limit } from './shapes'

const fields = orNull(
  fieldsShape(VERBS).openapi('EventFields', {
    description: 'Only the fields that changed; which ones there may be depends on the verb.',
  }),
)

export const historyPage = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        verb: z.enum(VERBS),
        subjectId: z.uuid(),
        at: moment,
        actor: person,
        claim: z.object({ id: z.uuid(), number: z.int(), quote: z.string() }).nullable(),
        source: z.object({ id: z.uuid(), title: z.string() }).nullable(),
        before: fields,
        after: fields,
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('HistoryPage')

export const historyQuery = z.object({ limit, after: afterId.optional() })
