import type { RowResult } from '@/domain/claim-import/shape'
import type { ChosenRow } from '@/domain/claim-import/schema'

/** The place that the reader chose for a row: the start of a copy, and its words when they are not the row's own. */
export type ChosenPlace = Pick<ChosenRow, 'start' | 'quote'>
/** Whether a row is included, and the place chosen for it. */
export type Decision = { on: boolean } & ChosenPlace
export type Picks = ReadonlyMap<number, Decision>

/** Whether a row becomes a claim. By default rows that fit do, and rows that need a decision do not. */
export function isPicked(row: RowResult, picks: Picks): boolean {
  if (row.outcome === 'anchored') return picks.get(row.row)?.on ?? true
  return (
    (row.outcome === 'broken' || row.outcome === 'ambiguous' || row.near.length > 0) &&
    (picks.get(row.row)?.on ?? false)
  )
}

const placeOf = ({ start, quote }: ChosenPlace = {}): ChosenPlace => ({ start, quote })

export const chosenOf = (rows: readonly RowResult[], picks: Picks): ChosenRow[] =>
  rows
    .filter((row) => isPicked(row, picks))
    .map((row) => ({
      row: row.row,
      ...((row.outcome === 'ambiguous' || row.outcome === 'missing') && placeOf(picks.get(row.row))),
      ...(row.issues.length > 0 && { asUnreviewed: true }),
    }))
