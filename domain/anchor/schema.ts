import { z } from 'zod'
import { claimIdSchema, makeClaimSchema } from '@/domain/claim/schema'

/** The words that a claim is to stand on now, in the newest revision. */
export const anchorClaimSchema = makeClaimSchema
  .omit({ articleId: true, requestKey: true })
  .extend(claimIdSchema.shape)

/**
 * What a person says of a claim whose sentence changed. `stands`: what was said of it holds for the words there now.
 * `again`: it is this claim, and is to be checked again. `gone`: its words are no longer in the text.
 */
export const SETTLINGS = ['stands', 'again', 'gone'] as const
export type Settling = (typeof SETTLINGS)[number]

export const settleAnchorSchema = claimIdSchema.extend({ as: z.enum(SETTLINGS, 'notOneOf') })
