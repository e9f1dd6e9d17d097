import { z } from 'zod'
import { meant, claimIdSchema } from '@/domain/claim/schema'

export const takeOverSchema = claimIdSchema.extend({
  /** The claim whose verdict and sources are taken. */
  fromId: z.uuid('notAnId'),
})

/** For a command of a single key, or of a panel that may be changing: it names the claim that was meant. */
export const takeOverMeantSchema = takeOverSchema.extend({ meant })
