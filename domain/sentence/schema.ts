import { z } from 'zod'
import { listOf } from '@/text/list'

/** The most sentences that one request may decide on. */
export const POSITIONS_MAX = 5_000

export const passSentencesSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that the sender saw. */
  revision: z.number().int().positive(),
  positions: listOf(z.number('wrongType').int().min(0), POSITIONS_MAX).min(1, 'required'),
  /** `true`: nothing to check in them; `false`: open again. */
  passed: z.boolean('wrongType'),
})
