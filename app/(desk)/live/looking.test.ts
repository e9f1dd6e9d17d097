import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAt, looking, NOTHING_TO_LOOK_AT, type Looking } from './looking'

/** Hears at these moments, looks whenever it should, and each look takes some time. @returns when looks began */
function lived(heard: number[], takes: number, fails: (look: number) => boolean = () => false) {
  const looks: number[] = []
  let state: Looking = NOTHING_TO_LOOK_AT
  let free = 0
  const upTo = (moment: number) => {
    for (;;) {
      if (state.under) {
        if (free > moment) return
        state = looking(state, { kind: 'ended', ok: !fails(looks.length) })
      }
      const at = lookAt(state)
      if (at === null || Math.max(at, free) > moment) return
      const begins = Math.max(at, free)
      looks.push(begins)
      state = looking(state, { kind: 'began', at: begins })
      free = begins + takes
    }
  }
  for (const moment of heard) {
    upTo(moment)
    state = looking(state, { kind: 'heard', at: moment })
  }
  upTo(Infinity)
  return looks
}

const moments = fc
  .array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 60 })
  .map((pauses) => pauses.reduce<number[]>((all, pause) => [...all, (all.at(-1) ?? 0) + pause], []))

describe('looking again', () => {
  it('happens after each change, within a second and two looks', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 400 }), (heard, takes) => {
        const looks = lived(heard, takes)
        for (const moment of heard) {
          const next = looks.find((look) => look >= moment)
          expect(next).toBeLessThanOrEqual(moment + 1_000 + 2 * takes)
        }
      }),
    )
  })

  it('happens at once for many changes, and not oftener than once a second', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 3_000 }), (heard, takes) => {
        const looks = lived(heard, takes)
        expect(looks.length).toBeLessThanOrEqual(heard.length)
        for (const [index, look] of looks.entries())
          if (index > 0) expect(look - (looks[index - 1] ?? 0)).toBeGreaterThanOrEqual(Math.max(1_000, takes))
      }),
    )
  })

  it('is owed until it succeeds', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 5 }), (heard, failures) => {
        const looks = lived(heard, 50, (look) => look <= failures)
        expect(looks.length).toBeGreaterThan(failures)
        expect(looks.at(-1)).toBeGreaterThanOrEqual(heard.at(-1) ?? 0)
      }),
    )
  })

  it.each([
    ['nothing was heard', [], 0],
    ['one change', [0], 1],
    ['a burst', [0, 10, 20, 30, 200], 1],
    ['a burst that does not end', Array.from({ length: 20 }, (_, index) => index * 100), 3],
    ['two changes far apart', [0, 5_000], 2],
  ])('when %s', (_, heard, looks) => {
    expect(lived(heard, 20)).toHaveLength(looks)
  })
})
