import { z } from 'zod'
import { EMAIL_MAX } from '@/domain/correction-request/rules'
import { url } from '@/domain/source/schema'
import { normalEmail } from '@/domain/user/schema'
import { listOf } from '@/text/list'
import { LOCALES } from '@/text/locale'
import { moment } from '@/text/moment'
import { nameOf, requestKey, saying, wellFormed } from '@/text/wellformed'
import { ANSWER_VERDICTS, ASKED_CLAIMS_MAX, NAME_MAX, QUESTION_KINDS, WORDS_MAX } from './rules'

const maybe = (max: number) => wellFormed(z.string('wrongType').trim().max(max)).default('')

const email = maybe(EMAIL_MAX).transform((value, ctx) => {
  if (value === '') return ''
  const normal = normalEmail(value)
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'notAnEmail' })
  return normal ?? ''
})

/** A question, about an article that is named elsewhere. */
export const newQuestionSchema = z.object({
  kind: z.enum(QUESTION_KINDS),
  name: nameOf(NAME_MAX),
  house: maybe(NAME_MAX).meta({ description: 'Experts of one house see each other’s answers.' }),
  email: email.meta({ description: 'Where the address is sent, if the desk sends mail.' }),
  language: z.enum(LOCALES).meta({ description: 'The language of the page that they see first.' }),
  text: saying(WORDS_MAX),
  claims: listOf(z.uuid('notAnId'), ASKED_CLAIMS_MAX)
    .default([])
    .meta({ description: 'The claims that it is about. Without any it is about the whole article.' }),
  dueAt: moment.nullish(),
  expiresAt: moment.optional().meta({ description: 'When its address ends; 14 days from now unless given.' }),
})
export type NewQuestion = z.output<typeof newQuestionSchema>

export const askSchema = newQuestionSchema.extend({ articleId: z.uuid('notAnId'), requestKey })

export const revokeQuestionSchema = z.object({ id: z.uuid('notAnId') })

export const takeAnswerSchema = z.object({ id: z.uuid('notAnId'), requestKey })

/** The secret in the address of a question: 32 bytes as base64url. */
export const questionSecretSchema = z
  .string()
  .max(43)
  .regex(/^[\w-]{43}$/, 'wrongFormat')

export const seeQuestionSchema = z.object({ secret: questionSecretSchema })

/** The address where somebody answers. It opens in their language, which the page lets them change. */
export const questionAddress = (origin: string, secret: string, language: string) =>
  `${origin}/questions/${secret}?language=${language}`

/** What somebody outside says about one claim, or about the whole article when no claim is named. */
export const answerItemSchema = z.object({
  claimId: z.uuid('notAnId').nullable().default(null),
  verdict: z.enum(ANSWER_VERDICTS).nullable().default(null),
  text: maybe(WORDS_MAX),
  proposed: maybe(WORDS_MAX),
  url: url.transform((address) => address ?? null),
  sourceTitle: maybe(500),
})

export const answerSchema = z.object({
  secret: questionSecretSchema,
  /** The number of the revision that they read. */
  revision: z.coerce.number('required').int().positive(),
  items: listOf(answerItemSchema, ASKED_CLAIMS_MAX + 1),
})

/** The number of the claim that a new question is about, in the address of its page. */
export const askAddressSchema = z.object({
  claim: z
    .string()
    .max(8)
    .regex(/^[1-9]\d{0,6}$/, 'wrongFormat')
    .transform(Number)
    .optional(),
})

/** What the sender of an answer was just told: that it was sent, or that a code was. */
export const questionPageSchema = z.object({
  sent: z.literal('1').optional(),
  code: z.literal('1').optional(),
})
