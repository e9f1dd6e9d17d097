import { z } from 'zod'
import { listOf } from '@/text/list'
import { requestKey, saying } from '@/text/wellformed'

/** In characters. */
export const COMMENT_MAX = 5_000
/** How many people one comment may name. */
export const MENTIONS_MAX = 20

/** A comment, for a claim or an article that is named elsewhere. */
export const newCommentSchema = z.object({
  text: saying(COMMENT_MAX),
  /** The people it names, whose names stand in the text behind @. */
  mentions: listOf(z.uuid('notAnId'), MENTIONS_MAX).default([]),
  /** The thread that it answers; without one it begins a thread. */
  threadId: z.uuid('notAnId').optional(),
})

export const claimCommentSchema = newCommentSchema.extend({ claimId: z.uuid('notAnId'), requestKey })
export const articleCommentSchema = newCommentSchema.extend({ articleId: z.uuid('notAnId'), requestKey })

export const resolveThreadSchema = z.object({
  id: z.uuid('notAnId'),
  resolved: z.boolean('wrongType'),
})
