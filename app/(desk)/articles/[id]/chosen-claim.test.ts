import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighbourOf } from './chosen-claim'

const claims = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1 })
  .map((numbers) => numbers.map((number) => ({ number })))

describe('going from claim to claim', () => {
  it('starts at the first or the last claim', () => {
    const three = [{ number: 3 }, { number: 1 }, { number: 2 }]
    expect(neighbourOf(three, 0, 1)).toEqual({ number: 3 })
    expect(neighbourOf(three, 0, -1)).toEqual({ number: 2 })
    expect(neighbourOf([], 0, 1)).toBeUndefined()
  })

  it('visits all claims and stops', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(1 as const, -1 as const), (all, by) => {
        const seen: { number: number }[] = []
        for (let at = neighbourOf(all, 0, by); at; at = neighbourOf(all, at.number, by)) seen.push(at)
        expect(seen).toEqual(by > 0 ? all : [...all].reverse())
      }),
    )
  })
})
