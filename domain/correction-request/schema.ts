import { z } from 'zod'
import { LOCALES } from '@/text/locale'
import { sourceUrl } from '@/text/sources'
import { requestKey, saying, wellFormed } from '@/text/wellformed'
import { normalEmail } from '@/domain/user/schema'
import { ADDRESS_MAX, ANSWER_MAX, EMAIL_MAX, NAME_MAX, PHRASE_MAX, PROBLEM_MAX, SOURCE_MAX } from './rules'

const maybe = (max: number) => wellFormed(z.string('wrongType').trim().max(max)).default('')

const address = maybe(ADDRESS_MAX).transform((value, ctx) => {
  if (value === '') return ''
  const checked = sourceUrl(value)
  if (checked.ok) return checked.url
  ctx.addIssue({ code: 'custom', message: checked.code === 'scheme' ? 'urlScheme' : 'urlInvalid' })
  return ''
})

const email = maybe(EMAIL_MAX).transform((value, ctx) => {
  if (value === '') return ''
  const normal = normalEmail(value)
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'notAnEmail' })
  return normal ?? ''
})

/** What a reader writes, and the language of the form. */
export const sendCorrectionRequestSchema = z.object({
  articleId: z.uuid('notAnId').optional(),
  address,
  phrase: saying(PHRASE_MAX),
  problem: saying(PROBLEM_MAX),
  source: maybe(SOURCE_MAX),
  name: maybe(NAME_MAX),
  email,
  language: z.enum(LOCALES),
})
export type SendCorrectionRequest = z.output<typeof sendCorrectionRequestSchema>

/** An answer to the sender of a request. */
export const answerRequestSchema = z.object({ id: z.uuid('notAnId'), text: saying(ANSWER_MAX), requestKey })
export type AnswerRequest = z.output<typeof answerRequestSchema>

/** The secret in a status address: 24 bytes as base64url. */
export const statusSecretSchema = z
  .string()
  .max(32)
  .regex(/^[\w-]{32}$/, 'wrongFormat')

/** What a request for a correction is about, in the address of its form. */
export const requestAddressSchema = sendCorrectionRequestSchema
  .pick({ address: true })
  .extend({ article: sendCorrectionRequestSchema.shape.articleId })

/** Whether the sender was just sent here by the form. */
export const statusAddressSchema = z.object({ sent: z.literal('1').optional() })
