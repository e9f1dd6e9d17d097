import { z } from 'zod'
import { requestKey, wellFormed } from '@/domain/text/wellformed'
import { blocksSchema } from '@/domain/article/schema'

const body = wellFormed(z.string('wrongType').max(1_000_000, 'textTooLong'))

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
