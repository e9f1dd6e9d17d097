import { z } from 'zod'
import { PARTS } from '@/text/reading'

export const ANCHOR_STATES = ['anchored', 'changed', 'orphaned'] as const
export type AnchorState = (typeof ANCHOR_STATES)[number]

export const anchor = z
  .object({
    state: z.enum(ANCHOR_STATES),
    part: z.enum(PARTS).meta({ description: 'Whether the words stand in the text or in the headline.' }),
    start: z.int().meta({
      description:
        'In UTF-16 units from the beginning of the text. In a headline they count on: it begins at the article’s `headlineStart`.',
    }),
    end: z.int().meta({ description: 'Half-open: the first unit after the quote.' }),
    prefix: z.string(),
    suffix: z.string(),
  })
  .meta({ id: 'Anchor' })
