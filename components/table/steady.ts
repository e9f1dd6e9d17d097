type Row = { id: string }

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)

/**
 * The rows of a page after others changed them: each stays where it is, with its newest values. A row that the list has
 * no more keeps its place and its last values.
 */
export function steadyRows<R extends Row>(shown: readonly R[], newest: readonly R[]): R[] {
  const known = new Map(newest.map((row) => [row.id, row]))
  return shown.map((row) => known.get(row.id) ?? row)
}

/** Whether rows came, left or moved since the shown ones were put in their order. */
export const isBehind = (shown: readonly Row[], newest: readonly Row[]): boolean =>
  ids(shown).join() !== ids(newest).join()
