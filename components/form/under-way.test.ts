import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginAction, isLeaving, isUnderWay } from './under-way'

test('an action that stays on its page is under way but leads nowhere', () => {
  const end = beginAction(true)
  expect([isUnderWay(), isLeaving()]).toEqual([true, false])
  const endOther = beginAction(false)
  expect([isUnderWay(), isLeaving()]).toEqual([true, true])
  end()
  expect([isUnderWay(), isLeaving()]).toEqual([true, true])
  endOther()
  expect([isUnderWay(), isLeaving()]).toEqual([false, false])
})

test('whatever actions overlap, the page may change exactly while one that may lead away runs', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(5)), { maxLength: 30 }), (presses) => {
      const running: { stays: boolean; end: () => void }[] = []
      for (const [stays, ends] of presses) {
        running.push({ stays, end: beginAction(stays) })
        for (const { end } of running.splice(0, Math.min(ends, running.length))) end()
        expect(isUnderWay()).toBe(running.length > 0)
        expect(isLeaving()).toBe(running.some((one) => !one.stays))
      }
      for (const { end } of running) end()
      expect([isUnderWay(), isLeaving()]).toEqual([false, false])
    }),
    { seed: 2201, numRuns: 300 },
  )
})
