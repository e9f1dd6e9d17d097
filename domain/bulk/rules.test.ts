import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { shareSizes, sharerAt, wantedAt } from './rules'

const all = (people: readonly [string, ...string[]], total: number) =>
  Array.from({ length: total }, (_, position) => sharerAt(people, position, total))

describe('sharing claims', () => {
  it('gives each person a run of neighbours, the first people the one more', () => {
    expect(all(['Ann', 'Bob', 'Cem'], 7).join(' ')).toBe('Ann Ann Ann Bob Bob Cem Cem')
  })

  it('leaves the last people without any when there are too few', () => {
    expect(all(['Ann', 'Bob', 'Cem'], 2)).toEqual(['Ann', 'Bob'])
  })

  it('counts a person who is named twice once', () => {
    const fields = { assigneeIds: ['Ann', 'Bob', 'Ann'] }
    expect([0, 1, 2, 3].map((position) => wantedAt(fields, position, 4).assigneeId)).toEqual([
      'Ann',
      'Ann',
      'Bob',
      'Bob',
    ])
  })

  it('leaves the assignee alone when nobody is named', () => {
    expect(wantedAt({ priority: 'high' }, 0, 2)).toEqual({ priority: 'high' })
    expect(wantedAt({ assigneeId: null }, 0, 2)).toEqual({ assigneeId: null })
  })

  it('is even for any people and any number: counts differ by at most one, the same each time', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 1, max: 600 }),
        ([first = '', ...others], total) => {
          const people = [first, ...others] as [string, ...string[]]
          const given = all(people, total)
          const counts = people.map((one) => given.filter((who) => who === one).length)
          expect(counts.reduce((sum, count) => sum + count)).toBe(total)
          const { most, least } = shareSizes(people.length, total)
          expect([Math.max(...counts), Math.min(...counts)]).toEqual([most, least])
          expect(most - least).toBeLessThanOrEqual(1)
          expect(counts).toEqual([...counts].sort((a, b) => b - a))
          // Runs of neighbours: no person comes again after another one.
          expect(new Set(given).size).toBe(given.filter((who, at) => who !== given[at - 1]).length)
          expect(all(people, total)).toEqual(given)
        },
      ),
      { numRuns: runs(200) },
    )
  })
})
