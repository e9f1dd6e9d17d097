import { z } from 'zod'
import { meant, claimIdSchema } from '@/domain/claim/schema'

export const seenVersion = z.int('wrongType').positive('wrongType').optional().meta({
  description:
    'The version of that claim which a person compared with this one: they saw both sentences, and every difference. Required unless words and sentences are the same, letter by letter.',
})

export const takeOverSchema = claimIdSchema.extend({
  /** The claim whose verdict and sources are taken. */
  fromId: z.uuid('notAnId'),
  /** The version of that claim whose sentence was compared with this one's. Needed where the two are not the same. */
  seenVersion,
})

/** For a command of a single key, or of a panel that may be changing: it names the claim that was meant. */
export const takeOverMeantSchema = takeOverSchema.extend({ meant })
