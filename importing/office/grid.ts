import type { Cell } from '@/text/blocks'

/** No program writes wider or longer merged cells. */
const MOST = 1_000

/** Tells where in its table each cell stands. A table within a cell belongs to that cell. */
export class Grid {
  private depth = 0
  private row = -1
  private column = -1
  private next = 0
  /** For how many rows each column is taken, this one included. */
  private taken: number[] = []

  /** The cell that is open; undefined outside tables. */
  get at(): Cell | undefined {
    return this.depth > 0 && this.row >= 0 && this.column >= 0
      ? { row: this.row, column: this.column }
      : undefined
  }

  begin(): void {
    if (this.depth++ > 0) return
    Object.assign(this, { row: -1, column: -1, next: 0, taken: [] })
  }

  end(): void {
    this.depth = Math.max(this.depth - 1, 0)
  }

  beginRow(): void {
    if (this.depth !== 1) return
    this.row++
    this.column = -1
    this.next = 0
    this.taken = this.taken.map((rows) => Math.max(rows - 1, 0))
  }

  /** Begins a cell that goes over some columns and rows. */
  beginCell(columns = 1, rows = 1): void {
    if (this.depth !== 1) return
    while ((this.taken[this.next] ?? 0) > 0) this.next++
    this.column = this.next
    for (let one = 0; one < Math.min(Math.max(columns, 1), MOST); one++)
      this.taken[this.next++] = Math.min(Math.max(rows, 1), MOST)
  }
}

/** A count as an attribute gives it; 1 for none. */
export const spanOf = (written: string | undefined) => Math.max(Number.parseInt(written ?? '', 10) || 1, 1)
