import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decided, positionsOf, stillOpen, type Decided } from './decided'

const open = { next: [{ position: 4 }, { position: 1 }], rest: [2, 7], waiting: 9 }

describe('a decision', () => {
  it('takes its sentence off the list at once', () => {
    const state = decided([], { kind: 'decided', positions: [4] })
    expect(stillOpen(open, state)).toEqual({ next: [{ position: 1 }], rest: [2, 7], waiting: 8 })
  })

  it('that is undone puts the sentence back in its place', () => {
    const state = decided(decided([], { kind: 'decided', positions: [4, 2] }), {
      kind: 'opened',
      positions: [4],
    })
    expect(stillOpen(open, state)).toEqual({ next: open.next, rest: [7], waiting: 8 })
  })

  it('is forgotten once the page shows it, so a sentence that somebody reopens appears again', () => {
    const state = decided([], { kind: 'decided', positions: [4] })
    const shown = decided(state, { kind: 'shown', open: new Set([1, 2, 7]) })
    expect(stillOpen(open, shown)).toEqual(open)
  })
})

const positions = fc.uniqueArray(fc.nat(20), { maxLength: 12 })

describe('any series of decisions', () => {
  it('splits the list into sentences that remain and sentences that are gone', () => {
    fc.assert(
      fc.property(positions, fc.array(positions, { maxLength: 5 }), fc.nat(30), (all, decisions, more) => {
        const given = {
          next: all.slice(0, 5).map((position) => ({ position })),
          rest: all.slice(5),
          waiting: all.length + more,
        }
        const state = decisions.reduce<Decided>(
          (before, some) => decided(before, { kind: 'decided', positions: some }),
          [],
        )
        const left = stillOpen(given, state)
        const still = positionsOf(left)
        expect(given.waiting - left.waiting).toBe(all.length - still.size)
        for (const position of all) expect(still.has(position)).toBe(!decisions.flat().includes(position))
      }),
    )
  })
})
