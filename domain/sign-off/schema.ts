import { z } from 'zod'
import { meant } from '@/domain/claim/schema'
import { listOf } from '@/text/list'
import { saying } from '@/text/wellformed'

export const takeBackSignOffSchema = z.object({
  id: z.uuid('notAnId'),
  /** The version that the sender saw. */
  version: z.number('required').int().positive(),
})

/**
 * The digest of what the sender saw, as `signOffDigest` makes it. A change of a source leaves the claim's version as it
 * is, so the version alone is not enough.
 */
const digest = z
  .string('required')
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'wrongFormat')

export const signOffSchema = takeBackSignOffSchema.extend({ digest })

/** Returns what was seen, for a reason. */
export const sendBackSchema = signOffSchema.extend({ why: saying(2_000) })

/**
 * For single-key commands and for panels that may be changing to another claim: `meant` names the claim on the screen.
 */
export const signOffMeantSchema = takeBackSignOffSchema.extend({ digest, meant })
export const sendBackMeantSchema = sendBackSchema.extend({ meant })
export const takeBackMeantSchema = takeBackSignOffSchema.extend({ meant })

/** What somebody has before them now. */
export const openedSchema = z.object({ id: z.uuid('notAnId'), digest })

/** The most claims that one request signs off. */
export const TOGETHER_MOST = 500

/** Claims with the digests under which they were opened. */
export const signOffTogetherSchema = z.object({ claims: listOf(openedSchema, TOGETHER_MOST).min(1) })
export const withdrawTogetherSchema = z.object({
  claims: listOf(takeBackSignOffSchema, TOGETHER_MOST).min(1),
})
