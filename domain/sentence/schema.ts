import { z } from 'zod'

export const passSentencesSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that was read. */
  revision: z.number().int().positive(),
  positions: z.array(z.number('wrongType').int().min(0)).min(1, 'required').max(5_000),
  /** `true`: nothing to check in them; `false`: open again. */
  passed: z.boolean('wrongType'),
})
