import { z } from '@hono/zod-openapi'
import { reviseSchema } from '@/domain/revision/schema'
import { passSentencesSchema } from '@/domain/sentence/schema'
import { seenVersion } from '@/domain/reuse/schema'

export const newRevision = reviseSchema.omit({ articleId: true, requestKey: true }).strict()

export const passedSentences = passSentencesSchema.omit({ articleId: true }).strict()

export const takenOver = z
  .object({ version: z.int().positive(), fromId: z.uuid('notAnId'), seenVersion })
  .strict()
  .openapi('TakeOver')
