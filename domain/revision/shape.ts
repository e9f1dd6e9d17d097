import { z } from 'zod'
import { ANCHOR_STATES } from '@/domain/anchor/shape'
import { status } from '@/domain/claim/shape'
import { each, orNull } from '@/domain/shape'
import { PARTS } from '@/text/reading'
import { OUTCOMES, REMARKS } from './rules'

const place = z.object({ quote: z.string(), start: z.int(), end: z.int() })

const totals = z
  .object({
    anchored: z.int(),
    changed: z.int(),
    orphaned: z.int(),
    total: z.int().meta({ description: 'Always anchored and changed and orphaned together.' }),
    outcomes: each(OUTCOMES, z.int()),
  })
  .meta({ id: 'AnchorTotals' })

const claimOutcome = z.object({
  id: z.uuid(),
  number: z.int(),
  version: z.int(),
  status,
  earlier: orNull(z.object({ status, quote: z.string() })).meta({
    description: 'The verdict that the change of the text set back, on the words it was given on.',
  }),
  outcome: z.enum(OUTCOMES),
  remarks: z.array(z.enum(REMARKS)),
  state: z.enum(ANCHOR_STATES),
  sentences: orNull(z.object({ before: z.string(), after: z.string() })).meta({
    description:
      'Of a claim that is to be settled: the sentences that it was judged in, and those that its words stand in now.',
  }),
  part: z
    .enum(PARTS)
    .meta({ description: 'Where its words stand, or stood: an offset counts in both parts as one.' }),
  before: orNull(place),
  after: place.meta({
    description: 'Of an orphan: its old words, and the place where they would stand.',
  }),
})
export type ClaimOutcome = z.infer<typeof claimOutcome>

const numberedText = z.object({
  text: z.string(),
  number: z.int(),
  /** What stands in tables, as JSON of `CellSpan[]`, passed on unparsed. */
  cells: z.string(),
})
export const revisionPreview = z.object({
  number: z.int(),
  totals,
  /** How many verdicts would be set back by saving. */
  setBack: z.int(),
  lines: z.array(claimOutcome),
  /** Whether the tracked changes that came with the text were followed. */
  followed: z.boolean(),
  /** Both texts side by side as JSON of `Row[]`, passed on unparsed. */
  rows: z.string(),
  old: numberedText,
  fresh: numberedText,
})
export type RevisionPreview = z.infer<typeof revisionPreview>

export const revisionOutcome = z
  .object({
    revision: z.int(),
    totals,
    claims: z.array(claimOutcome),
  })
  .meta({ id: 'RevisionOutcome' })
export type RevisionOutcome = z.infer<typeof revisionOutcome>
