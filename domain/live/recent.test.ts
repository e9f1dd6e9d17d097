import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOCKS_MS, hearingFrom, missedSince, NOTHING_HEARD, withChange } from './recent'

const change = (name: number) => ({ articleId: `${name}`, claimIds: [], verbs: ['claim.reviewed'] })

describe('what somebody missed', () => {
  it('is everything since they looked, or unknown; never a part of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 700 }),
        fc.integer({ min: -10_000, max: 20_000 }),
        (pauses, since) => {
          let at = 0
          let recent = hearingFrom(0)
          const all = pauses.map((pause, index) => ({ at: (at += pause), change: change(index) }))
          for (const one of all) recent = withChange(recent, one.change, one.at)
          const missed = missedSince(recent, since)
          if (missed === null) return
          const expected = all.filter((one) => one.at >= since - CLOCKS_MS).map((one) => one.change)
          expect(missed).toEqual(expected)
        },
      ),
    )
  })

  it.each([
    ['nobody heard anything', NOTHING_HEARD, 5_000, null],
    ['they looked before anybody heard', hearingFrom(10_000), 9_000, null],
    [
      'they looked so little after that their clock may differ',
      hearingFrom(10_000),
      10_000 + CLOCKS_MS - 1,
      null,
    ],
    ['nothing was said', hearingFrom(10_000), 10_000 + CLOCKS_MS, []],
    ['something was said', withChange(hearingFrom(0), change(1), 9_000), 8_000, [change(1)]],
    ['something was said long before', withChange(hearingFrom(0), change(1), 1_000), 8_000, []],
  ])('when %s', (_, recent, since, missed) => {
    expect(missedSince(recent, since)).toEqual(missed)
  })
})
