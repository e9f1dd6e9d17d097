import { z } from 'zod'
import { claimIdSchema } from '@/domain/claim/schema'

export const takeOverSchema = claimIdSchema.extend({
  /** The claim whose verdict and sources are taken. */
  fromId: z.uuid('notAnId'),
})
