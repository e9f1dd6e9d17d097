import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import type { Cell } from './blocks'
import { partsOf, type DrawnTable, type Part } from './tables'

type Written = { words: string; cell?: Cell }

const at = (row: number, column: number, more: Partial<Cell> = {}): Written => ({
  words: `${row}/${column}`,
  cell: { row, column, ...more },
})
const shown = ({ rows }: DrawnTable<Written>) =>
  rows.map((row) =>
    row.map(({ blocks, rows: high, columns: wide, head }) =>
      [
        blocks.map(({ words }) => words).join('+'),
        ...(high > 1 || wide > 1 ? [`${high}x${wide}`] : []),
        ...(head ? [head] : []),
      ].join(' '),
    ),
  )
const tellOf = (parts: readonly Part<Written>[]) =>
  parts.map((part) => (part.table ? shown(part.table) : part.block.words))
const told = (blocks: readonly Written[]) => tellOf(partsOf(blocks))

describe('the parts of a text', () => {
  it('cells stand in their rows and columns, and those of one place together', () => {
    expect(told([{ words: 'a' }, at(0, 1), at(2, 0), at(2, 0), { words: 'b' }])).toEqual([
      'a',
      [
        ['', '0/1'],
        ['', ''],
        ['2/0+2/0', ''],
      ],
      'b',
    ])
  })

  it('a table begins where the places begin again', () => {
    expect(told([at(0, 0), at(0, 1), at(0, 0), at(1, 0), at(0, 1)])).toEqual([
      [['0/0', '0/1']],
      [['0/0'], ['1/0']],
      [['', '0/1']],
    ])
  })

  it('a merged cell covers its places, but no other cell', () => {
    expect(told([at(0, 0, { rows: 2 }), at(0, 1, { columns: 2 }), at(1, 1), at(1, 2)])).toEqual([
      [
        ['0/0 2x1', '0/1 1x2'],
        ['1/1', '1/2'],
      ],
    ])
    expect(told([at(0, 0, { rows: 9, columns: 9 }), at(0, 1), at(1, 0)])).toEqual([
      [
        ['0/0', '0/1'],
        ['1/0', ''],
      ],
    ])
    expect(told([at(0, 0), at(0, 1, { rows: 3 }), at(1, 0, { columns: 2 }), at(2, 0)])).toEqual([
      [['0/0', '0/1 3x1'], ['1/0'], ['2/0']],
    ])
  })

  it('a heading is that of its column where its whole row has headings, else that of its row', () => {
    const head = true as const
    expect(told([at(0, 1, { head }), at(0, 2, { head }), at(1, 0, { head }), at(1, 1)])).toEqual([
      [
        ['', '0/1 column', '0/2 column'],
        ['1/0 row', '1/1', ''],
      ],
    ])
  })

  it('cells of unknown places, and tables too wide or with too many gaps, stand by themselves', () => {
    expect(told([at(0, 0), { words: 'x' }])).toEqual([[['0/0']], 'x'])
    expect(told([at(0, 0), at(0, 80)])).toEqual(['0/0', '0/80'])
    expect(told([at(0, 0), at(9_000, 9), at(9_000, 9)])).toEqual(['0/0', '9000/9', '9000/9'])
  })
})

describe('a table of any cells', () => {
  const cell = fc.record(
    {
      row: fc.nat(9),
      column: fc.nat(9),
      rows: fc.integer({ min: 1, max: 6 }),
      columns: fc.integer({ min: 1, max: 6 }),
      head: fc.constant(true as const),
    },
    { requiredKeys: ['row', 'column'] },
  )
  const block = fc.option(cell, { nil: undefined }).map((own) => (own ? { cell: own } : {}))

  it('has each block once, in the order of the text, and covers each of its places once', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (given) => {
        const blocks: Written[] = given.map((one, index) => ({ words: String(index), ...one }))
        const parts = partsOf(blocks)
        const written = parts.flatMap((part) =>
          part.table ? part.table.rows.flatMap((row) => row.flatMap((one) => one.blocks)) : [part.block],
        )
        expect(written).toEqual(blocks)
        for (const { table } of parts) {
          if (!table) continue
          const height = table.rows.length
          const places = Array.from({ length: height }, () => Array.from({ length: table.columns }, () => 0))
          table.rows.forEach((row, line) => {
            let column = 0
            for (const { rows, columns, blocks: own } of row) {
              while (places[line]?.[column]) column++
              if (own[0]) expect([own[0].cell?.row, own[0].cell?.column]).toEqual([line, column])
              for (let down = 0; down < rows; down++)
                for (let on = 0; on < columns; on++) places[line + down]![column + on]!++
            }
          })
          expect(places.flat().every((count) => count === 1)).toBe(true)
        }
      }),
      { numRuns: runs(500), seed: 13 },
    )
  })
})
