import { useRef, useState } from 'react'
import type { RowSelectionState } from '@tanstack/react-table'

/** Which rows of the page are picked. Rows that have left the page no longer count. */
export function usePicking<Row extends { id: string }>(rows: readonly Row[]) {
  const last = useRef<string | null>(null)
  const [selection, setSelection] = useState<RowSelectionState>({})
  const pickOnly = (ids: readonly string[]) =>
    setSelection(Object.fromEntries(ids.map((id) => [id, true as const])))

  /** Picks or drops one row. A range starts at the row touched before. */
  const pick = (index: number, on: boolean, range = false) => {
    const before = range ? rows.findIndex(({ id }) => id === last.current) : -1
    const from = before === -1 ? index : before
    last.current = rows[index]?.id ?? null
    const touched = new Set(rows.slice(Math.min(from, index), Math.max(from, index) + 1).map(({ id }) => id))
    pickOnly(rows.filter(({ id }) => (touched.has(id) ? on : selection[id])).map(({ id }) => id))
  }

  const picked = rows.filter(({ id }) => selection[id])
  return { selection, setSelection, picked, pick, pickOnly }
}
