import { z } from 'zod'

export const ANCHOR_STATES = ['anchored', 'changed', 'orphaned'] as const
export type AnchorState = (typeof ANCHOR_STATES)[number]

export const anchor = z
  .object({
    state: z.enum(ANCHOR_STATES),
    start: z.int().meta({ description: 'In UTF-16 units from the beginning of the text.' }),
    end: z.int().meta({ description: 'Half-open: the first unit after the quote.' }),
    prefix: z.string(),
    suffix: z.string(),
  })
  .meta({ id: 'Anchor' })
