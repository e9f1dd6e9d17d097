import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBehind, steadyRows } from './steady'

const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefghij'), value: fc.nat() }), {
  selector: ({ id }) => id,
})
const ids = (all: { id: string }[]) => all.map(({ id }) => id)

describe('rows that others change', () => {
  it('stay where they are, with their newest values', () => {
    fc.assert(
      fc.property(rows, rows, (shown, newest) => {
        const steady = steadyRows(shown, newest)
        expect(ids(steady)).toEqual(ids(shown))
        for (const [index, row] of steady.entries())
          expect(row).toEqual(newest.find(({ id }) => id === row.id) ?? shown[index])
      }),
    )
  })

  it('are behind exactly when catching up would move, add or remove one', () => {
    fc.assert(
      fc.property(rows, rows, (shown, newest) => {
        const steady = steadyRows(shown, newest)
        expect(isBehind(steady, newest)).toBe(JSON.stringify(steady) !== JSON.stringify(newest))
        expect(isBehind(newest, newest)).toBe(false)
      }),
    )
  })

  it('come to the same however often they are read', () => {
    fc.assert(
      fc.property(rows, rows, rows, (shown, between, newest) => {
        const once = steadyRows(shown, newest)
        expect(ids(steadyRows(steadyRows(shown, between), newest))).toEqual(ids(once))
      }),
    )
  })
})
