import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { beginsTable, rowsOf } from './table'

const cell = (row: number, column: number) => ({ written: `${row}/${column}`, cell: { row, column } })

it('cells stand in their rows and columns, and those of one place together', () => {
  expect(rowsOf([cell(0, 1), cell(2, 0), cell(2, 0)])).toEqual([
    [undefined, ['0/1']],
    [undefined, undefined],
    [['2/0', '2/0'], undefined],
  ])
})

it('cells of unknown places, and tables too wide for Word, stand in one column', () => {
  expect(rowsOf([cell(0, 0), { written: 'x', cell: undefined }])).toEqual([[['0/0']], [['x']]])
  expect(rowsOf([cell(0, 0), cell(0, 80)])).toEqual([[['0/0']], [['0/80']]])
  expect(rowsOf([cell(0, 0), cell(9_000, 9)])).toHaveLength(2)
})

it('a table begins where the places begin again', () => {
  expect(beginsTable({ row: 0, column: 1 }, { row: 0, column: 0 })).toBe(false)
  expect(beginsTable({ row: 1, column: 0 }, { row: 0, column: 3 })).toBe(false)
  expect(beginsTable({ row: 0, column: 0 }, { row: 0, column: 1 })).toBe(true)
  expect(beginsTable({ row: 0, column: 0 }, { row: 4, column: 0 })).toBe(true)
  expect(beginsTable(undefined, undefined)).toBe(false)
  expect(beginsTable({ row: 0, column: 0 }, undefined)).toBe(true)
})

it('no cell is lost, and none is written twice', () => {
  const places = fc.array(fc.record({ row: fc.nat(12), column: fc.nat(70) }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(places, (all) => {
      const cells = all.map((place, index) => ({ written: index, cell: place }))
      const kept = rowsOf(cells).flatMap((row) => row.flatMap((one) => one ?? []))
      expect(kept.toSorted((a, b) => a - b)).toEqual(all.map((_, index) => index))
    }),
    { numRuns: runs(150), seed: 4 },
  )
})
