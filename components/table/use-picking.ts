import { useReducer } from 'react'
import { NOTHING_PICKED, picking } from './picking'

/** The picked rows of a page. Rows that have left it no longer count. */
export function usePicking<Row extends { id: string }>(rows: readonly Row[]) {
  const [{ picked: selection }, tell] = useReducer(picking, NOTHING_PICKED)
  return {
    selection,
    picked: rows.filter(({ id }) => selection[id]),
    pick: (index: number, on: boolean, range = false) =>
      tell({ kind: 'touched', rows: rows.map(({ id }) => id), index, on, range }),
    pickOnly: (ids: readonly string[]) => tell({ kind: 'chosen', ids }),
  }
}
