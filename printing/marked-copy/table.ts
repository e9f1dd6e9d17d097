import type { Cell } from '@/text/blocks'

/** A block of a table as it was written, with its place if the text knows it. */
export type PlacedCell<Written> = { written: Written; cell: Cell | undefined }

/** The most columns that Word opens, and the most cells that are worth a table with gaps. */
const MOST_COLUMNS = 63
const MOST_CELLS = 20_000

/** Whether a cell begins another table than the one before it. */
export function beginsTable(cell: Cell | undefined, before: Cell | undefined): boolean {
  if (!cell || !before) return cell !== before
  return cell.row < before.row || (cell.row === before.row && cell.column < before.column)
}

/**
 * The rows of a table, each with what stands in its columns. Cells whose place is not known, and those of a table too
 * wide for Word, stand in one column.
 */
export function rowsOf<Written>(cells: readonly PlacedCell<Written>[]): (Written[] | undefined)[][] {
  const places = cells.flatMap(({ cell }) => cell ?? [])
  const columns = Math.max(0, ...places.map(({ column }) => column + 1))
  const height = Math.max(0, ...places.map(({ row }) => row + 1))
  if (places.length < cells.length || columns > MOST_COLUMNS || columns * height > MOST_CELLS)
    return cells.map(({ written }) => [[written]])
  const rows = Array.from({ length: height }, (): (Written[] | undefined)[] =>
    Array.from({ length: columns }, () => undefined),
  )
  for (const { written, cell } of cells) {
    const row = cell && rows[cell.row]
    if (row) row[cell.column] = [...(row[cell.column] ?? []), written]
  }
  return rows
}
