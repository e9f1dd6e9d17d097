import { z } from '@hono/zod-openapi'
import { status } from '@/domain/claim/shape'
import { reviseSchema } from '@/domain/revision/schema'
import { passSentencesSchema } from '@/domain/sentence/schema'
import { articleName, orNull } from '@/domain/shape'
import { reason } from '@/domain/reuse/shape'

export const newRevision = reviseSchema.omit({ articleId: true, requestKey: true }).strict()

export const passedSentences = passSentencesSchema.omit({ articleId: true }).strict()

export const similarPassages = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['claim', 'sentence']),
        id: z.uuid(),
        article: articleName,
        number: z.int().openapi({ description: 'The claim’s number, or the sentence’s position.' }),
        quote: z.string(),
        status: orNull(status),
        score: z.number().openapi({ description: 'From 0 to 1.' }),
        reasons: z.array(reason),
      }),
    ),
  })
  .openapi('SimilarPassages')

export const takenOver = z
  .object({ version: z.int().positive(), fromId: z.uuid('notAnId') })
  .strict()
  .openapi('TakeOver')
