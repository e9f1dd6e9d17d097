import { z } from 'zod'
import { day } from '@/domain/shape'

export const SPEAKER_KINDS = ['person', 'organization'] as const
export type SpeakerKind = (typeof SPEAKER_KINDS)[number]

/** Who said what a claim quotes, and its rating; null for the newsroom's own sentences. */
export const attribution = z
  .object({
    speaker: z.string(),
    speakerKind: z.enum(SPEAKER_KINDS),
    saidOn: day,
    saidAt: z.string().nullable().meta({ description: 'The address where it appeared.' }),
    rating: z
      .int()
      .nullable()
      .meta({ description: 'From 1, false, to 5, true; null for what the status says by itself.' }),
    ratingName: z.string().meta({ description: 'The rating in the checker’s own words, if any.' }),
  })
  .meta({ id: 'Attribution' })
export type Attribution = z.infer<typeof attribution>
