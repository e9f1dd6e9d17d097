import { z } from 'zod'
import { PARTS } from '@/text/reading'
import { each } from '@/domain/shape'

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

export const anchorState = z.enum(ANCHOR_STATES).meta({
  description:
    'Where its words are in the newest text: as they were checked, in a sentence to settle, or nowhere.',
})

export const anchorCounts = each(ANCHOR_STATES, z.int()).meta({ id: 'AnchorCounts' })
export type AnchorCounts = z.infer<typeof anchorCounts>

export const noAnchors = (): AnchorCounts => ({ anchored: 0, changed: 0, orphaned: 0 })
