import { z } from 'zod'
import { claimIdSchema } from '@/domain/claim/schema'
import { day, url } from '@/domain/source/schema'
import { visible, wellFormed } from '@/text/wellformed'
import { BEST_RATING, WORST_RATING } from './rules'
import { SPEAKER_KINDS } from './shape'

export const SPEAKER_MAX = 300
export const RATING_NAME_MAX = 60
/** The longest pasted markup, in bytes of UTF-8. */
export const MARKUP_MAX = 500_000

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

const encoder = new TextEncoder()

export const validateMarkupSchema = z.object({
  /** JSON-LD, or a page that contains JSON-LD. */
  markup: z
    .string('required')
    .max(MARKUP_MAX, { error: 'markupTooLarge', abort: true })
    .refine((markup) => encoder.encode(markup).length <= MARKUP_MAX, {
      message: 'markupTooLarge',
      abort: true,
    })
    .refine((markup) => markup.trim() !== '', 'required'),
  /** The address of the page with the markup. */
  page: url,
})
