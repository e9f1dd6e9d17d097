import type { Cell } from '@/text/blocks'

/** No program writes wider or longer merged cells. */
const MOST = 1_000

/** Where words stand in a table; known when the tables around them have ended. Undefined outside tables. */
export type CellPlace = { cell?: Cell }

/** How a file describes a cell. `rows` and `columns` are those it goes over. */
export type WrittenCell = {
  rows?: number
  columns?: number
  head?: boolean
  /** It continues the cell above. */
  continues?: boolean
  /** The places it goes over are written as cells of their own. */
  followed?: boolean
}

/** A table that is open. */
type Level = {
  /** It only sets its content on the page. */
  isFrame: boolean
  row: number
  next: number
  /** For how many rows each column is taken, this one included. */
  taken: number[]
  /** The last cell that began in each column. */
  above: Map<number, Cell>
  cells: { own: CellPlace; inner: CellPlace[] }[]
}

const columnsOf = ({ cells }: Level) =>
  cells.reduce((most, { own }) => Math.max(most, (own.cell?.column ?? 0) + 1), 0)

/**
 * Tells where in its table each cell stands. A table within a cell belongs to that cell, unless the outer table has one
 * column: such a table only sets the inner one on the page.
 */
export class Grid {
  private readonly levels: Level[] = []

  /** The place of the words that come; undefined outside tables. */
  get at(): CellPlace | undefined {
    return this.levels.findLast(({ cells }) => cells.length > 0)?.cells.at(-1)?.own
  }

  /** @param isFrame the file says that the table only sets its content on the page */
  begin(isFrame = false): void {
    this.levels.push({ isFrame, row: -1, next: 0, taken: [], above: new Map(), cells: [] })
  }

  end(): void {
    const ended = this.levels.pop()
    if (!ended) return
    const places = ended.cells.flatMap(({ own, inner }) => [own, ...inner])
    const isFrame =
      ended.isFrame || (columnsOf(ended) === 1 && ended.cells.some(({ inner }) => inner.some(isBeside)))
    for (const { own, inner } of ended.cells) {
      if (isFrame) delete own.cell
      else for (const place of inner) if (own.cell) place.cell = own.cell
    }
    this.levels
      .at(-1)
      ?.cells.at(-1)
      ?.inner.push(...places)
  }

  beginRow(): void {
    const open = this.levels.at(-1)
    if (!open) return
    open.row++
    open.next = 0
    open.taken = open.taken.map((rows) => Math.max(rows - 1, 0))
  }

  beginCell({ rows = 1, columns = 1, head, continues, followed }: WrittenCell = {}): void {
    const open = this.levels.at(-1)
    if (!open) return
    while ((open.taken[open.next] ?? 0) > 0) open.next++
    const column = open.next
    const [high, wide] = [within(rows), within(columns)]
    for (let one = 0; one < (followed ? 1 : wide); one++) open.taken[open.next++] = followed ? 1 : high
    const above = open.above.get(column)
    if (continues && above) above.rows = (above.rows ?? 1) + 1
    const cell: Cell = {
      ...{ row: Math.max(open.row, 0), column },
      ...(high > 1 && { rows: high }),
      ...(wide > 1 && { columns: wide }),
      ...(head && { head: true as const }),
    }
    if (!continues) open.above.set(column, cell)
    open.cells.push({ own: { cell }, inner: [] })
  }
}

/** Whether a place has another one beside it. */
const isBeside = ({ cell }: CellPlace) => (cell?.column ?? 0) > 0

const within = (count: number) => Math.min(Math.max(count, 1), MOST)

/** A count as an attribute gives it; 1 for none. */
export const spanOf = (written: string | undefined) => Math.max(Number.parseInt(written ?? '', 10) || 1, 1)
