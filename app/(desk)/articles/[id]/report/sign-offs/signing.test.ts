import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf, ofStanding, told, undoable, type WaitingClaim } from './signing'

const result = (id: string, outcome: 'changed' | 'unchanged' | 'refused', refusal: string | null = null) => ({
  ...{ id, number: 1, outcome, refusal, version: outcome === 'refused' ? null : 4 },
})

describe('signing many claims off', () => {
  const signing = {
    undoing: false,
    total: 3,
    results: [result('a', 'changed'), result('b', 'unchanged'), result('c', 'refused', 'signOffUnopened')],
  }

  it('tells how many are signed off, and which are left', () =>
    expect(told(signing)).toEqual({ done: 2, left: [signing.results[2]] }))

  it('takes back only what it signed off, and an undo is not undone', () => {
    expect(undoable(signing)).toEqual([{ id: 'a', version: 4 }])
    expect(undoable({ ...signing, undoing: true })).toEqual([])
  })

  it('goes in chunks that hold each claim once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 120 }), fc.integer({ min: 1, max: 40 }), (all, size) => {
        const chunks = chunksOf(all, size)
        expect(chunks.flat()).toEqual(all)
        expect(chunks.every(({ length }) => length > 0 && length <= size)).toBe(true)
      }),
    )
  })

  it('shows the claims by what they lack', () => {
    const claims = [{ standing: 'own' }, { standing: 'ready' }] as WaitingClaim[]
    expect(ofStanding(claims, 'ready')).toEqual([claims[1]])
  })
})
