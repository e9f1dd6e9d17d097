import { z } from 'zod'
import { claimIdSchema } from '@/domain/claim/schema'
import { day, url } from '@/domain/source/schema'
import { visible, wellFormed } from '@/text/wellformed'
import { BEST_RATING, WORST_RATING } from './rules'
import { SPEAKER_KINDS } from './shape'

export const SPEAKER_MAX = 300
export const RATING_NAME_MAX = 60
const text = (max: number) => wellFormed(z.string('wrongType').trim().max(max))

/** The whole attribution of a claim; a null `speaker` clears it. */
export const attributeClaimSchema = claimIdSchema.extend({
  speaker: text(SPEAKER_MAX).pipe(visible).nullable(),
  speakerKind: z.enum(SPEAKER_KINDS).default('person'),
  saidOn: day,
  saidAt: url,
  rating: z.number('wrongType').int().min(WORST_RATING).max(BEST_RATING).nullish(),
  ratingName: text(RATING_NAME_MAX).default(''),
})
