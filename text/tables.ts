import type { Cell } from './blocks'

/** The most columns that Word opens, and the most places that are worth a table with gaps. */
const MOST_COLUMNS = 63
const MOST_PLACES = 20_000
/** A cell with more blocks is a column of a page. */
const MOST_BLOCKS = 12

/** A cell as it is drawn, over so many rows and columns; one without words has no blocks. */
export type DrawnCell<Block> = {
  blocks: Block[]
  rows: number
  columns: number
  /** What it is the heading of. */
  head: 'column' | 'row' | null
}

/** Each row has the cells that begin in it. The first `headings` rows name the columns of those below. */
export type DrawnTable<Block> = { columns: number; headings: number; rows: DrawnCell<Block>[][] }

/** A block by itself, or the blocks of one table. */
export type Part<Block> = { block: Block; table: null } | { table: DrawnTable<Block> }

type Placed<Block> = { cell: Cell; blocks: Block[] }

/** Whether a cell stands before another one in the same table, so that it begins a new table behind it. */
const isBefore = (cell: Cell, other: Cell) =>
  cell.row < other.row || (cell.row === other.row && cell.column < other.column)

const isSame = (cell: Cell, other: Cell) => cell.row === other.row && cell.column === other.column

/**
 * The cells that follow each other as one table; null when it is too wide, has too many gaps or
 * only sets a text on the page. A cell keeps its width
 * and height only over places where no other cell stands.
 */
function tableOf<Block>(cells: readonly Placed<Block>[]): DrawnTable<Block> | null {
  const width = cells.reduce((most, { cell }) => Math.max(most, cell.column + 1), 0)
  const height = (cells.at(-1)?.cell.row ?? -1) + 1
  if (width > MOST_COLUMNS || width * height > MOST_PLACES) return null
  if (cells.some(({ blocks }) => blocks.length > MOST_BLOCKS)) return null
  const key = (row: number, column: number) => row * width + column
  const placed = new Map(cells.map((one) => [key(one.cell.row, one.cell.column), one]))
  const plain = new Set(cells.flatMap(({ cell }) => (cell.head ? [] : [cell.row])))
  const covered = new Set<number>()
  const isFree = (row: number, column: number) =>
    row < height && column < width && !placed.has(key(row, column)) && !covered.has(key(row, column))

  const drawn = ({ blocks, cell }: Placed<Block>): DrawnCell<Block> => {
    const { row, column } = cell
    let columns = 1
    while (columns < (cell.columns ?? 1) && isFree(row, column + columns)) columns++
    const isRowFree = (at: number) =>
      Array.from({ length: columns }, (_, by) => by).every((by) => isFree(at, column + by))
    let rows = 1
    while (rows < (cell.rows ?? 1) && isRowFree(row + rows)) rows++
    for (let down = 0; down < rows; down++)
      for (let on = 0; on < columns; on++) covered.add(key(row + down, column + on))
    return { blocks, rows, columns, head: cell.head ? (plain.has(row) ? 'row' : 'column') : null }
  }

  const rows = Array.from({ length: height }, (_, row) => {
    const line: DrawnCell<Block>[] = []
    for (let column = 0; column < width; column++) {
      const one = placed.get(key(row, column))
      if (one) line.push(drawn(one))
      else if (isFree(row, column)) line.push({ blocks: [], rows: 1, columns: 1, head: null })
    }
    return line
  })
  return { columns: width, headings: headingsOf(rows), rows }
}

/** How many rows at the top have headings of columns alone, all of which end above the rows below. */
function headingsOf(rows: readonly DrawnCell<unknown>[][]): number {
  const isHeading = (row: readonly DrawnCell<unknown>[]) =>
    row.some(({ head }) => head === 'column') &&
    row.every(({ head, blocks }) => head === 'column' || blocks.length === 0)
  const first = rows.findIndex((row) => !isHeading(row))
  const endsAbove = (below: number) =>
    rows.slice(0, below).every((row, at) => row.every((cell) => at + cell.rows <= below))
  for (let below = first; below > 0; below--) if (endsAbove(below)) return below
  return 0
}

/**
 * The blocks of a text as they are drawn: cells whose place is known in tables, in the order of the text. Cells of a
 * table that is too wide, and those whose place is not known, are blocks by themselves.
 */
export function partsOf<Block extends { cell?: Cell | undefined }>(blocks: readonly Block[]): Part<Block>[] {
  const parts: Part<Block>[] = []
  let cells: Placed<Block>[] = []
  const endTable = () => {
    const table = cells.length > 0 ? tableOf(cells) : null
    if (table) parts.push({ table })
    else for (const { blocks: own } of cells) parts.push(...own.map((block) => ({ block, table: null })))
    cells = []
  }
  for (const block of blocks) {
    const before = cells.at(-1)
    const { cell } = block
    if (!cell) {
      endTable()
      parts.push({ block, table: null })
    } else if (before && isSame(cell, before.cell)) before.blocks.push(block)
    else {
      if (before && isBefore(cell, before.cell)) endTable()
      cells.push({ cell, blocks: [block] })
    }
  }
  endTable()
  return parts
}
