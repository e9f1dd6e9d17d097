import { describe, expect, it } from 'vitest'
import { columnPositions, heightScale, stretch } from './scale'

describe('the positions in a chart', () => {
  it('start where a line of text starts', () => {
    const keys = ['a', 'b', 'c']
    const ltr = columnPositions(keys, 'ltr')
    const rtl = columnPositions(keys, 'rtl')
    expect(ltr.start('a')).toBeLessThan(ltr.start('c'))
    keys.forEach((key) => expect(rtl.start(key) + rtl.width).toBeCloseTo(100 - ltr.start(key)))
    expect(stretch(3, 12, 'ltr')).toEqual({ x: 0, width: 25 })
    expect(stretch(3, 12, 'rtl')).toEqual({ x: 75, width: 25 })
    expect(stretch(0, 0, 'rtl')).toEqual({ x: 100, width: 0 })
  })

  it('have whole numbers beside them, zero at the base, and room for the highest value', () => {
    for (const most of [0, 1, 2, 3, 7, 48, 1_203]) {
      const { y, ticks } = heightScale(most, 100)
      expect(ticks.every(Number.isInteger)).toBe(true)
      expect(ticks[0]).toBe(0)
      expect(y(0)).toBe(100)
      expect(y(most)).toBeGreaterThanOrEqual(0)
      expect(ticks.length).toBeGreaterThan(1)
    }
  })
})
