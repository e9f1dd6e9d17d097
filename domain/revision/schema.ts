import { z } from 'zod'
import { listOf } from '@/text/list'
import { requestKey } from '@/text/wellformed'
import { linksSchema } from './links/schema'
import { blocksSchema, body, CLAIMS_MAX } from '@/domain/article/schema'
import { newClaimSchema } from '@/domain/claim/schema'

/** The most tracked changes that one text may bring. */
const CHANGES_MAX = 20_000
const offset = z.number('wrongType').int().min(0)
const span = z.object({ start: offset, end: offset })

export const reviseSchema = z.object({
  articleId: z.uuid('notAnId'),
  /** The number of the revision that was edited; the newest by default. */
  revision: z.number('wrongType').int().positive().optional(),
  text: body.optional(),
  markdown: body.optional(),
  /** Where the paragraphs of `text` are, if the sender knows; otherwise blank lines separate them. */
  blocks: blocksSchema.optional(),
  /**
   * Which words of the edited revision became which words of `text`, in order, half-open in UTF-16 units. Between two
   * of them both texts are the same. Changes that do not lead to the text are ignored.
   */
  changes: listOf(z.object({ old: span, fresh: span }), CHANGES_MAX).optional(),
  /** The links of `text`, on their words; without them, the links of the edited revision stay where their words do. */
  links: linksSchema.optional(),
  /** Claims on words of the new text, such as the comments of its writer; they are made with the revision. */
  claims: listOf(newClaimSchema, CLAIMS_MAX).optional(),
  requestKey,
})
export type Revise = z.output<typeof reviseSchema>
