import { z } from 'zod'
import { moment, orNull, person, type Read } from '@/domain/shape'
import { ANSWER_VERDICTS, QUESTION_KINDS, QUESTION_STATES } from './rules'

const answerItem = z
  .object({
    id: z.uuid(),
    claimId: z.uuid().nullable().meta({ description: 'Null for what is said about the whole article.' }),
    quote: z.string().meta({ description: 'The words that were read.' }),
    verdict: z
      .enum(ANSWER_VERDICTS)
      .nullable()
      .meta({ description: 'What an expert says; a writer gives none.' }),
    text: z.string(),
    proposed: z.string().meta({ description: 'Words proposed in place of the quote.' }),
    url: z.string().nullable(),
    sourceTitle: z.string(),
    sourceId: z.uuid().nullable().meta({ description: 'The source that somebody at the desk made of it.' }),
  })
  .meta({ id: 'AnswerItem' })
export type AnswerItem = z.infer<typeof answerItem>

const answer = z
  .object({
    id: z.uuid(),
    at: moment,
    revision: z.int().meta({ description: 'The number of the revision that was read.' }),
    items: z.array(answerItem),
  })
  .meta({ id: 'Answer' })
export type Answer = Read<typeof answer>

export const question = z
  .object({
    id: z.uuid(),
    articleId: z.uuid(),
    kind: z.enum(QUESTION_KINDS),
    name: z.string(),
    house: z.string(),
    email: z.string().nullable().meta({ description: 'Null for those who may not ask.' }),
    language: z.string(),
    text: z.string(),
    claims: z.array(z.object({ id: z.uuid(), number: z.int(), quote: z.string() })),
    state: z.enum(QUESTION_STATES),
    askedBy: person,
    askedAt: moment,
    dueAt: moment.nullable(),
    expiresAt: moment,
    seenAt: moment.nullable(),
    revoked: orNull(z.object({ at: moment, by: person })),
    answers: z.array(answer).meta({ description: 'What was sent, the oldest first.' }),
    may: z.object({ revoke: z.boolean() }),
  })
  .meta({ id: 'Question' })
export type Question = Read<typeof question>

export const questions = z.object({ items: z.array(question) }).meta({ id: 'Questions' })

/** A question as it is answered to the person who asked it. */
export const askedQuestion = z.object({
  question,
  address: z.string().meta({
    description: 'Where it is answered. Whoever knows this address can answer; it is not shown again.',
  }),
  mailed: z.boolean().meta({ description: 'Whether the address is sent by mail.' }),
})
