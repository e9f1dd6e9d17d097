/** Which rows are picked, by id, and the row that was touched last. */
export type Picking = { picked: Readonly<Record<string, true>>; last: string | null }

export type Pick =
  /** One row is picked or dropped. A range starts at the row that was touched before. */
  | { kind: 'touched'; rows: readonly string[]; index: number; on: boolean; range?: boolean }
  /** Exactly these rows are picked. */
  | { kind: 'chosen'; ids: readonly string[] }

export const NOTHING_PICKED: Picking = { picked: {}, last: null }

const only = (ids: readonly string[]): Picking['picked'] => Object.fromEntries(ids.map((id) => [id, true]))

/** Rows that have left the page are dropped with the next touch. */
export function picking(state: Picking, pick: Pick): Picking {
  if (pick.kind === 'chosen') return { ...state, picked: only(pick.ids) }
  const { rows, index, on, range = false } = pick
  const before = range && state.last !== null ? rows.indexOf(state.last) : -1
  const from = before === -1 ? index : before
  const touched = new Set(rows.slice(Math.min(from, index), Math.max(from, index) + 1))
  return {
    picked: only(rows.filter((id) => (touched.has(id) ? on : state.picked[id]))),
    last: rows[index] ?? null,
  }
}
