import { z } from '@hono/zod-openapi'
import { bulkRequest, requireOneChoice } from '@/domain/bulk/schema'
import { bulkChange } from '@/domain/bulk/shape'

const { shape } = bulkRequest

export const newBulkChange = bulkRequest
  .extend({
    claims: shape.claims.meta({
      description: 'The claims, each with the version that was seen. Either these or a filter.',
    }),
    filter: shape.filter.meta({
      description:
        'The filters and the order of `GET /claims`, as its query writes them; unknown names are refused.',
    }),
    count: shape.count.meta({
      description:
        'How many claims the filter selected when it was seen. With another number nothing is changed (409), and `current.count` is the number now.',
    }),
  })
  .superRefine(requireOneChoice)

/** In words, the reason beside each claim that was refused. */
const worded = z.object({ message: z.string().nullable(), undoMessage: z.string().nullable() })
const items = bulkChange.shape.items.element.extend(worded.shape)
export const bulkChangeResult = bulkChange.extend({ items: z.array(items) }).openapi('BulkChange')
