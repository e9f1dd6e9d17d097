import { z } from 'zod'
import { claimIdSchema, makeClaimSchema } from '@/domain/claim/schema'

/** The words of the newest revision on which a claim is to stand. */
export const anchorClaimSchema = makeClaimSchema
  .omit({ articleId: true, requestKey: true })
  .extend(claimIdSchema.shape)

/**
 * How a person settles a claim whose sentence changed. `stands`: the verdict holds for the present words. `again`: it
 * is the same claim, to be checked again. `gone`: its words are no longer in the text.
 */
export const SETTLINGS = ['stands', 'again', 'gone'] as const
export type Settling = (typeof SETTLINGS)[number]

export const settleAnchorSchema = claimIdSchema.extend({ as: z.enum(SETTLINGS, 'notOneOf') })
