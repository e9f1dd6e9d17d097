import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { NOTHING_PICKED, picking, type Pick, type Picking } from './picking'

const rows = ['a', 'b', 'c', 'd', 'e']
const touch = (state: Picking, index: number, on = true, range = false, page: readonly string[] = rows) =>
  picking(state, { kind: 'touched', rows: page, index, on, range })
const idsOf = ({ picked }: Picking) => Object.keys(picked)

describe('picking rows', () => {
  it('picks one, and drops it again', () => {
    const one = touch(NOTHING_PICKED, 1)
    expect(idsOf(one)).toEqual(['b'])
    expect(idsOf(touch(one, 1, false))).toEqual([])
  })

  it.each([
    ['downwards', 1, 3],
    ['upwards', 3, 1],
  ])('picks a range %s from the row touched before', (_, from, to) => {
    expect(idsOf(touch(touch(NOTHING_PICKED, from), to, true, true))).toEqual(['b', 'c', 'd'])
  })

  it('drops a range, and keeps what lies outside', () => {
    const all = picking(NOTHING_PICKED, { kind: 'chosen', ids: rows })
    expect(idsOf(touch(touch(all, 3, false), 1, false, true))).toEqual(['a', 'e'])
  })

  it('picks one row where a range has no beginning on the page', () => {
    expect(idsOf(touch(NOTHING_PICKED, 2, true, true))).toEqual(['c'])
    const before = touch(NOTHING_PICKED, 0)
    expect(idsOf(touch(before, 1, true, true, ['f', 'g']))).toEqual(['g'])
  })

  it('forgets rows that have left the page', () => {
    const state = touch(NOTHING_PICKED, 0)
    expect(idsOf(touch(state, 0, true, false, ['b', 'c']))).toEqual(['b'])
  })

  it('takes exactly the chosen rows, and a range still begins at the row touched before', () => {
    const state = picking(touch(NOTHING_PICKED, 1), { kind: 'chosen', ids: [] })
    expect(idsOf(state)).toEqual([])
    expect(idsOf(touch(state, 2, true, true))).toEqual(['b', 'c'])
  })
})

const page = fc.shuffledSubarray(rows, { minLength: 1 })
const pick: fc.Arbitrary<Pick> = fc.oneof(
  fc
    .record({ rows: page, at: fc.nat(4), on: fc.boolean(), range: fc.boolean() })
    .map(({ at, ...one }) => ({ kind: 'touched', ...one, index: at % one.rows.length }) as const),
  page.map((ids) => ({ kind: 'chosen', ids }) as const),
)

it('in any order, a touch sets its own row and only rows between it and the one before', () => {
  fc.assert(
    fc.property(fc.array(pick, { maxLength: 10 }), (picks) => {
      let state = NOTHING_PICKED
      for (const one of picks) {
        const before = state
        state = picking(state, one)
        if (one.kind === 'chosen') {
          expect(idsOf(state).sort()).toEqual([...one.ids].sort())
          continue
        }
        const own = one.rows[one.index] ?? ''
        expect(state.last).toBe(own)
        expect(own in state.picked).toBe(one.on)
        const changed = one.rows.filter((id) => id in state.picked !== id in before.picked)
        const places = [...changed, own].map((id) => one.rows.indexOf(id))
        const from = one.range && before.last !== null ? one.rows.indexOf(before.last) : -1
        const [start, end] = [from === -1 ? one.index : from, one.index].sort((a, b) => a - b)
        for (const at of places) expect(at >= (start ?? 0) && at <= (end ?? 0)).toBe(true)
      }
    }),
    { numRuns: runs(200) },
  )
})
