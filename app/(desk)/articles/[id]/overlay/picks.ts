import type { OverlayRow } from '@/domain/overlay/shape'
import type { ChosenRow } from '@/domain/overlay/schema'

/** What the reader decided: a row left in or out, and for one with several copies where the chosen one starts. */
export type Picks = ReadonlyMap<number, { on: boolean; start?: number }>

/** Whether a row becomes a claim: what stands is taken, what needs a decision is not, until the reader says so. */
export function isPicked(row: OverlayRow, picks: Picks): boolean {
  if (row.outcome === 'anchored') return picks.get(row.row)?.on ?? true
  return (row.outcome === 'broken' || row.outcome === 'ambiguous') && (picks.get(row.row)?.on ?? false)
}

export const chosenOf = (rows: readonly OverlayRow[], picks: Picks): ChosenRow[] =>
  rows
    .filter((row) => isPicked(row, picks))
    .map((row) => ({
      row: row.row,
      ...(row.outcome === 'ambiguous' && { start: picks.get(row.row)?.start }),
      ...(row.issues.length > 0 && { asUnreviewed: true }),
    }))
