import type { Block } from '../blocks'
import type { Span } from '../locate'
import { partsOf } from '../tables'
import type { Row } from './compare'

/** A block in a table, by the count of tables before it and its place there. */
export type CellSpan = Span & { table: number; row: number; column: number }

/** A line of two texts side by side: one sentence, or the sentences of one row of a table. */
export type Line = {
  kind: Row['kind']
  rows: Row[]
  /** The cells of each side with what stands in them; null outside tables. */
  cells: { old: CellRows[]; fresh: CellRows[] } | null
}
/** The rows of a comparison in one cell. */
export type CellRows = { column: number; rows: Row[] }

/** The blocks of a text that are drawn in tables, in order. */
export function cellSpans(blocks: readonly Block[]): CellSpan[] {
  let table = -1
  return partsOf(blocks).flatMap((part) => {
    if (!part.table) return []
    table++
    return part.table.rows.flatMap((cells) =>
      cells.flatMap((cell) =>
        cell.blocks.flatMap(({ start, end, cell: place }) =>
          place ? [{ start, end, table, row: place.row, column: place.column }] : [],
        ),
      ),
    )
  })
}

/** Finds the cell of a place in the text; the cells are in order. */
function finder(cells: readonly CellSpan[]) {
  return ({ start }: Span): CellSpan | null => {
    let [low, high] = [0, cells.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((cells[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    const found = cells[low]
    return found && found.start <= start ? found : null
  }
}

type Found = { row: Row; old: CellSpan | null; fresh: CellSpan | null }

const isSameRow = (one: CellSpan, other: CellSpan) => one.table === other.table && one.row === other.row

/** Whether a sentence belongs to a row of a table with those before it: on one side it does, and on the other it may. */
function joins(before: readonly Found[], next: Found): boolean {
  const side = (name: 'old' | 'fresh') => {
    const last = before.findLast((one) => one[name])?.[name]
    const own = next[name]
    return last && own ? isSameRow(last, own) : null
  }
  const [old, fresh] = [side('old'), side('fresh')]
  return fresh ?? old ?? false
}

function kindOf(rows: readonly Row[]): Row['kind'] {
  const kinds = new Set(rows.map(({ kind }) => kind))
  const [only] = kinds
  if (kinds.size === 1 && only) return only
  return kinds.size === 2 && kinds.has('same') && kinds.has('moved') ? 'moved' : 'changed'
}

function cellsOf(found: readonly Found[], side: 'old' | 'fresh'): CellRows[] {
  const cells: CellRows[] = []
  for (const one of found) {
    const cell = one[side]
    if (!cell) continue
    const known = cells.find(({ column }) => column === cell.column)
    if (known) known.rows.push(one.row)
    else cells.push({ column: cell.column, rows: [one.row] })
  }
  return cells.sort((a, b) => a.column - b.column)
}

/** The sentences of two texts side by side as lines, in which each row of a table is one. */
export function linesOf(
  rows: readonly Row[],
  cells: { old: readonly CellSpan[]; fresh: readonly CellSpan[] },
): Line[] {
  const [oldAt, freshAt] = [finder(cells.old), finder(cells.fresh)]
  const lines: Line[] = []
  let open: Found[] = []
  const end = () => {
    if (open.length === 0) return
    const own = open.map(({ row }) => row)
    lines.push({
      kind: kindOf(own),
      rows: own,
      cells: { old: cellsOf(open, 'old'), fresh: cellsOf(open, 'fresh') },
    })
    open = []
  }
  for (const row of rows) {
    const found = { row, old: row.old && oldAt(row.old), fresh: row.fresh && freshAt(row.fresh) }
    const isCell = (!row.old || found.old) && (!row.fresh || found.fresh)
    if (!isCell || !joins(open, found)) end()
    if (isCell) open.push(found)
    else lines.push({ kind: row.kind, rows: [row], cells: null })
  }
  end()
  return lines
}
