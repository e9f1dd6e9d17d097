import fc from 'fast-check'
import type { Block, Cell } from '@/text/blocks'

/** A text whose blocks stand in tables and outside them. */
export type Laid = { text: string; blocks: Block[] }

const WORDS = [
  'wells',
  '12,500',
  '٢٠٢٤',
  'آبار',
  'dug in 1956',
  '7.5 %',
  'المصنع الشرقي',
  'x',
  'Nobody counted.',
]
const words = fc.constantFrom(...WORDS)

/** One to three blocks in a cell; only cells of their own kind can be found again in every format. */
const lines = fc.array(words, { minLength: 1, maxLength: 3 })

type Square = { lines: string[]; rows: number; columns: number }
const square: fc.Arbitrary<Square | null> = fc.option(
  fc.record({ lines, rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }),
  { freq: 4 },
)

/** A table of squares: each takes its place if it is free, and goes over the free ones beside and below it. */
const table = fc
  .record({
    squares: fc.array(fc.array(square, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    hasHead: fc.boolean(),
  })
  .map(({ squares, hasHead }) => {
    const width = Math.max(...squares.map((row) => row.length))
    const taken = squares.map(() => Array.from({ length: width }, () => false))
    const isFree = (row: number, column: number) => taken[row]?.[column] === false
    const cells: { cell: Cell; lines: string[] }[] = []
    squares.forEach((line, row) =>
      line.forEach((one, column) => {
        if (!one || !isFree(row, column)) return
        let columns = 1
        while (columns < one.columns && isFree(row, column + columns)) columns++
        let rows = 1
        const isRowFree = (at: number) =>
          Array.from({ length: columns }, (_, by) => by).every((by) => isFree(at, column + by))
        while (rows < one.rows && isRowFree(row + rows)) rows++
        for (let down = 0; down < rows; down++) taken[row + down]?.fill(true, column, column + columns)
        const cell: Cell = {
          ...{ row, column },
          ...(rows > 1 && { rows }),
          ...(columns > 1 && { columns }),
          ...(hasHead && row === 0 && squares.length > 1 && { head: true as const }),
        }
        cells.push({ cell, lines: one.lines })
      }),
    )
    return cells
  })

const part = fc.oneof(
  { weight: 2, arbitrary: words.map((one) => [{ lines: [one], cell: undefined }]) },
  { weight: 1, arbitrary: table },
)

/** Random texts with tables, in which cells are merged and empty, and with words before, between and behind them. */
export const laidText: fc.Arbitrary<Laid> = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => {
  const blocks: Block[] = []
  const said: string[] = []
  let at = 0
  // Two tables need words between them, by which they are known to be two.
  const all = parts.flatMap((one) => [...one, { lines: ['—'], cell: undefined }])
  for (const { lines: own, cell } of all)
    for (const line of own) {
      blocks.push({
        kind: cell ? 'table_cell' : 'paragraph',
        ...(cell && { cell }),
        start: at,
        end: at + line.length,
      })
      said.push(line)
      at += line.length + 2
    }
  return { text: said.join('\n\n'), blocks }
})
