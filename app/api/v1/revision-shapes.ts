import { z } from '@hono/zod-openapi'
import { status } from '@/domain/claim/shape'
import { reviseSchema } from '@/domain/revision/schema'
import { passSentencesSchema } from '@/domain/sentence/schema'
import { articleName, moment, orNull } from '@/domain/shape'
import { seenVersion } from '@/domain/reuse/schema'
import { difference, reason } from '@/domain/reuse/shape'

export const newRevision = reviseSchema.omit({ articleId: true, requestKey: true }).strict()

export const passedSentences = passSentencesSchema.omit({ articleId: true }).strict()

const similarPassage = z.object({
  kind: z.enum(['claim', 'sentence']),
  id: z.uuid(),
  article: articleName,
  number: z.int().openapi({ description: 'The claim’s number, or the sentence’s position.' }),
  quote: z.string(),
  context: z.string().openapi({
    description: 'The sentences that a claim was judged in, or the sentence itself.',
  }),
  version: orNull(z.int()).openapi({ description: 'Of a claim.' }),
  status: orNull(status),
  score: z.number().openapi({
    description: 'From 0 to 1. From 0.45 on, both say the same and no difference is told.',
  }),
  isSame: z.boolean().openapi({
    description: 'Whether the words say that both are one statement, whatever differs; else it is only near.',
  }),
  reasons: z.array(reason),
  differences: z.array(difference),
})

export const similarPassages = z
  .object({
    context: z.string().openapi({
      description: 'The sentences that the claim’s words stand in; empty when they are gone.',
    }),
    items: z.array(similarPassage),
  })
  .openapi('SimilarPassages')

export const similarToText = z
  .object({
    context: z.string().openapi({ description: 'What of the text was looked for.' }),
    language: z.string().openapi({
      description: 'As given, else as the words of the text tell; `und` where they do not.',
    }),
    items: z.array(
      similarPassage.extend({
        finding: z.string().openapi({
          description: 'The beginning of the claim’s finding; empty without one.',
        }),
        reviewedAt: moment.nullable(),
      }),
    ),
  })
  .openapi('SimilarToText')

export const takenOver = z
  .object({ version: z.int().positive(), fromId: z.uuid('notAnId'), seenVersion })
  .strict()
  .openapi('TakeOver')
