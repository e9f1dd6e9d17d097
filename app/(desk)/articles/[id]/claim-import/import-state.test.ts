import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RowResult } from '@/domain/claim-import/shape'
import { nextState, toSend, START, type ImportEvent, type ImportState } from './import-state'

const row = (number: number, outcome: RowResult['outcome']): RowResult => ({
  ...{ row: number, outcome, quote: `quote ${number}`, status: null, finding: '', sources: 0 },
  ...{ place: null, candidates: [], near: [], claim: null, sameAs: null, issues: [] },
})
const counts = { anchored: 1, ambiguous: 1, missing: 1, existing: 0, duplicate: 0, broken: 0, wrong: 0 }
const preview = {
  revision: 3,
  counts,
  rows: [row(1, 'anchored'), row(2, 'ambiguous'), row(3, 'missing')],
  ignored: [],
}
const shown = (requestKey = 'first'): ImportEvent => ({ kind: 'shown', preview, requestKey })
const after = (...events: ImportEvent[]) => events.reduce(nextState, START)
const sent = (state: ImportState) => (state.step === 'shown' ? toSend(state) : null)

describe('a previewed list', () => {
  it('takes the rows that fit, and the reader’s decisions', () => {
    expect(sent(after(shown()))).toEqual({ revision: 3, chosen: [{ row: 1 }], requestKey: 'first' })
    const picked = after(
      shown(),
      { kind: 'picked', row: 1, choice: { on: false }, requestKey: 'second' },
      { kind: 'picked', row: 2, choice: { on: true, start: 40 }, requestKey: 'third' },
    )
    expect(sent(picked)).toEqual({ revision: 3, chosen: [{ row: 2, start: 40 }], requestKey: 'third' })
  })

  it('takes nearest words only when the reader chose them, and lets them go again', () => {
    const near = [{ quote: 'a quote', prefix: '', suffix: '', start: 9, end: 16 }]
    const missing = { ...row(3, 'missing'), near }
    const offered: ImportEvent = {
      ...shown(),
      preview: { ...preview, rows: [missing, row(4, 'missing')] },
    } as ImportEvent
    const take = { on: true, start: 9, quote: 'a quote' }
    expect(sent(after(offered))?.chosen).toEqual([])
    const taken = after(offered, { kind: 'picked', row: 3, choice: take, requestKey: 'second' })
    expect(sent(taken)?.chosen).toEqual([{ row: 3, start: 9, quote: 'a quote' }])
    const none = { kind: 'picked', row: 4, choice: take, requestKey: 'third' } as const
    expect(sent(nextState(taken, none))?.chosen).toHaveLength(1)
    const gone = { kind: 'picked', row: 3, choice: { on: false }, requestKey: 'fourth' } as const
    expect(sent(nextState(taken, gone))?.chosen).toEqual([])
  })

  it('forgets the decisions when it is previewed again', () =>
    expect(
      sent(
        after(
          shown(),
          { kind: 'picked', row: 1, choice: { on: false }, requestKey: 'second' },
          { kind: 'back' },
          shown('third'),
        ),
      ),
    ).toEqual({ revision: 3, chosen: [{ row: 1 }], requestKey: 'third' }))
})

const picked = fc.record({
  kind: fc.constant('picked' as const),
  row: fc.constantFrom(1, 2, 3),
  choice: fc.record({ on: fc.boolean(), start: fc.nat(90) }),
  requestKey: fc.uuid(),
})

describe('any choice of rows', () => {
  it('is sent with a request key of its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(picked, { selector: (one) => one.requestKey, maxLength: 12 }), (picks) => {
        const states = picks.map((_, at) => after(shown(), ...picks.slice(0, at + 1)))
        const keys = states.map((state) => sent(state)?.requestKey)
        expect(new Set(keys).size).toBe(states.length)
      }),
    )
  })

  it('has no effect before a list is shown or after it is saved', () => {
    const result: ImportState = { step: 'imported', result: { revision: 3, rows: [], claims: [] } }
    fc.assert(
      fc.property(picked, (event) => {
        expect(nextState(START, event)).toBe(START)
        expect(nextState(result, event)).toBe(result)
      }),
    )
  })
})
