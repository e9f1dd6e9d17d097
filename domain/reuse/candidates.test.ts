import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { EVERY } from '@/text/likeness/keys'
import { ROWS_WEIGHED, soughtKeys } from './candidates'

const counts = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 5_000 })), {
  selector: ([key]) => key,
  maxLength: 30,
})

it('rows are found by the rarest keys, a bounded number of them', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const having = new Map([[EVERY, 200_000], ...given])
      const { any, both } = soughtKeys([EVERY, ...given.map(([key]) => key)], having)
      const rowsOf = (key: number) => having.get(key) ?? 0
      expect(any.reduce((all, key) => all + rowsOf(key), 0)).toBeLessThanOrEqual(ROWS_WEIGHED)
      expect([...any, ...both]).not.toContain(EVERY)
      const left = given.map(([key]) => key).filter((key) => rowsOf(key) > 0 && !any.includes(key))
      for (const key of any) for (const other of left) expect(rowsOf(key)).toBeLessThanOrEqual(rowsOf(other))
      expect(both.length).toBe(left.length >= 2 ? 2 : 0)
    }),
    { numRuns: runs(200) },
  )
})

it('a key that no row has is not asked for', () => {
  expect(soughtKeys([EVERY, 7], new Map([[EVERY, 3]]))).toEqual({ any: [], both: [] })
})

it('two common keys are asked for together', () => {
  const having = new Map([
    [EVERY, 200_000],
    [1, 90_000],
    [2, 40_000],
    [3, 70_000],
  ])
  expect(soughtKeys([EVERY, 1, 2, 3], having)).toEqual({ any: [], both: [2, 3] })
})
