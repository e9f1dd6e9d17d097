import { z } from 'zod'
import { requestKey } from '@/text/wellformed'
import { blocksSchema, body } from '@/domain/article/schema'

export const reviseSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that was edited; left out, whichever is the newest. */
  revision: z.number('wrongType').int().positive().optional(),
  text: body.optional(),
  markdown: body.optional(),
  /** Where the paragraphs of `text` are, when its maker knows; else blank lines tell. */
  blocks: blocksSchema.optional(),
  requestKey,
})
export type Revise = z.output<typeof reviseSchema>
