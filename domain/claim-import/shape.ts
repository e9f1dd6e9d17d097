import { z } from 'zod'
import { status } from '@/domain/claim/shape'
import type { Issue } from '@/domain/errors'
import { each, orNull } from '@/domain/shape'

/**
 * `existing`: the words already are a claim. `duplicate`: a row above has the same words. `broken`: the words are
 * found, but the verdict breaks a rule. `wrong`: the row itself cannot be used.
 */
export const ROW_OUTCOMES = [
  'anchored',
  'ambiguous',
  'missing',
  'existing',
  'duplicate',
  'broken',
  'wrong',
] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

const place = z.object({
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
})

export const rowResult = z.object({
  row: z.int().meta({ description: 'From 1; in CSV the headings are row 1.' }),
  outcome: z.enum(ROW_OUTCOMES),
  quote: z.string(),
  status: orNull(status),
  finding: z.string(),
  sources: z.int(),
  place: orNull(place),
  candidates: z.array(place).meta({ description: 'Of an ambiguous row, at most 20 copies.' }),
  near: z.array(place).meta({
    description:
      'Of a missing row in a preview: at most three places that its quote may mean, the nearest first. None is taken.',
  }),
  claim: orNull(z.int()).meta({ description: 'The number of the claim that is there already.' }),
  sameAs: orNull(z.int()).meta({ description: 'The row above that has the same words.' }),
})
export type RowResult = z.infer<typeof rowResult> & {
  /**
   * The row's problems. A row that could still be imported on another copy, on other words or without its verdict has
   * the rule that it breaks.
   */
  issues: Issue[]
}

export const outcomeCounts = each(ROW_OUTCOMES, z.int())
export type OutcomeCounts = z.infer<typeof outcomeCounts>

export const importPreview = z.object({
  revision: z.int(),
  counts: outcomeCounts,
  rows: z.array(rowResult),
  ignored: z.array(z.string()).meta({ description: 'Columns or keys that were left out.' }),
})
export type ImportPreview = Omit<z.infer<typeof importPreview>, 'rows'> & { rows: RowResult[] }

export const importedClaim = z.object({ id: z.uuid(), number: z.int(), row: z.int() })
export type ImportedClaim = z.infer<typeof importedClaim>

export const madeClaims = z.array(importedClaim).meta({ description: 'The claims that were made.' })
/** The outcome of each row, and the new claims, each with the row it came from. */
export type ImportResult = Pick<ImportPreview, 'revision' | 'rows'> & { claims: ImportedClaim[] }
