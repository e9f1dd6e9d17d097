import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedTo, neighbourOf, nextOpenOf } from './chosen-claim'

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

describe('the next unreviewed claim', () => {
  const all = [
    { number: 4, status: 'unreviewed' },
    { number: 1, status: 'verified' },
    { number: 2, status: 'unreviewed' },
    { number: 3, status: 'needs_source' },
  ] as const

  it('is the next in the text, and after the last one the first', () => {
    expect(nextOpenOf(all, 4)?.number).toBe(2)
    expect(nextOpenOf(all, 2)?.number).toBe(4)
    expect(nextOpenOf(all, 0)?.number).toBe(4)
  })

  it('is never the open claim itself', () => {
    expect(nextOpenOf([all[1], all[2]], 2)).toBeUndefined()
    expect(nextOpenOf([], 0)).toBeUndefined()
  })
})

it('claims are counted by their numbers while no number is missing', () => {
  expect(countedTo([{ number: 2 }, { number: 1 }])).toBe(2)
  expect(countedTo([{ number: 3 }, { number: 1 }])).toBeNull()
  expect(countedTo([])).toBe(0)
})
