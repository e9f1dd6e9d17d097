import { z } from 'zod'
import { listOf } from '@/domain/text/list'

export const passSentencesSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that was read. */
  revision: z.number().int().positive(),
  positions: listOf(z.number('wrongType').int().min(0), 5_000).min(1, 'required'),
  /** `true`: nothing to check in them; `false`: open again. */
  passed: z.boolean('wrongType'),
})
