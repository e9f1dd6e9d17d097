import { z } from 'zod'
import { meant } from '@/domain/claim/schema'

export const takeBackSignOffSchema = z.object({
  id: z.uuid('notAnId'),
  /** The version that was read. */
  version: z.number('required').int().positive(),
})

/** Of what was read, as `signOffDigest` makes it: a change of a source leaves the claim's version as it is. */
const digest = z
  .string('required')
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'wrongFormat')

export const signOffSchema = takeBackSignOffSchema.extend({ digest })

/** For a command of a single key, or of a panel that may be changing: it names the claim that was meant, as it was seen. */
export const signOffMeantSchema = takeBackSignOffSchema.extend({ digest, meant })
export const takeBackMeantSchema = takeBackSignOffSchema.extend({ meant })
