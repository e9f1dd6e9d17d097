import { z } from 'zod'
import { claimIdSchema, makeClaimSchema } from '@/domain/claim/schema'

/** The words that a claim is to stand on now, in the newest revision. */
export const anchorClaimSchema = makeClaimSchema
  .omit({ articleId: true, requestKey: true })
  .extend(claimIdSchema.shape)

/** Whether the words in the changed place are still the claim. */
export const settleAnchorSchema = claimIdSchema.extend({ same: z.boolean('wrongType') })
