import { z } from 'zod'
import { meant } from '@/domain/claim/schema'

export const signOffSchema = z.object({
  id: z.uuid('notAnId'),
  /** The version that was read: what is signed off is what was seen. */
  version: z.number('required').int().positive(),
})

/** For a command of a single key, or of a panel that may be changing: it names the claim that was meant. */
export const signOffMeantSchema = signOffSchema.extend({ meant })
