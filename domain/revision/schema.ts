import { z } from 'zod'
import { requestKey } from '@/text/wellformed'
import { linksSchema } from './links'
import { blocksSchema, body } from '@/domain/article/schema'

export const reviseSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that was edited; the newest by default. */
  revision: z.number('wrongType').int().positive().optional(),
  text: body.optional(),
  markdown: body.optional(),
  /** Where the paragraphs of `text` are, if the sender knows; otherwise blank lines separate them. */
  blocks: blocksSchema.optional(),
  /** The links of `text`, on their words; without them, the links of the edited revision stay where their words do. */
  links: linksSchema.optional(),
  requestKey,
})
export type Revise = z.output<typeof reviseSchema>
