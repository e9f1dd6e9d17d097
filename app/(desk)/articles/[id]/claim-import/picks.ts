import type { RowResult } from '@/domain/claim-import/shape'
import type { ChosenRow } from '@/domain/claim-import/schema'

/**
 * The reader's decisions: whether a row is included and, if its words occur several times, where the chosen copy
 * starts.
 */
export type Picks = ReadonlyMap<number, { on: boolean; start?: number }>

/** Whether a row becomes a claim. By default rows that fit do, and rows that need a decision do not. */
export function isPicked(row: RowResult, picks: Picks): boolean {
  if (row.outcome === 'anchored') return picks.get(row.row)?.on ?? true
  return (row.outcome === 'broken' || row.outcome === 'ambiguous') && (picks.get(row.row)?.on ?? false)
}

export const chosenOf = (rows: readonly RowResult[], picks: Picks): ChosenRow[] =>
  rows
    .filter((row) => isPicked(row, picks))
    .map((row) => ({
      row: row.row,
      ...(row.outcome === 'ambiguous' && { start: picks.get(row.row)?.start }),
      ...(row.issues.length > 0 && { asUnreviewed: true }),
    }))
