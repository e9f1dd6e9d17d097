import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterAttempt, isUnderWay, PAUSES, PROBLEMS } from './rules'

const AT = new Date('2026-12-01T08:00:00Z')
const attempts = fc.integer({ min: 1, max: PAUSES.length + 1 })
const outcomes = fc.oneof(
  fc.integer({ min: 100, max: 599 }),
  fc.constantFrom(...PROBLEMS.filter((one) => one !== 'disabled')),
)

it('retries after growing pauses and gives up in the end', () => {
  const waits = Array.from({ length: PAUSES.length + 1 }, (_, index) => {
    const after = afterAttempt(index + 1, 503, AT)
    return after.nextAt && (after.nextAt.getTime() - AT.getTime()) / 1000
  })
  expect(waits).toEqual([10, 60, 600, 3_600, 21_600, 86_400, null])
  expect(afterAttempt(PAUSES.length + 1, 503, AT).state).toBe('failed')
})

it('counts only an answer of 2xx as delivered, at any attempt', () => {
  fc.assert(
    fc.property(attempts, outcomes, (number, outcome) => {
      const { state, deliveredAt, nextAt, answer } = afterAttempt(number, outcome, AT)
      const taken = typeof outcome === 'number' && outcome >= 200 && outcome < 300
      expect(state === 'delivered').toBe(taken)
      expect(deliveredAt).toEqual(taken ? AT : null)
      expect(nextAt !== null).toBe(state === 'waiting')
      expect(answer).toBe(String(outcome))
    }),
  )
})

it('does not retry after 410 Gone', () => {
  expect(afterAttempt(1, 410, AT)).toMatchObject({ state: 'failed', attempts: 1, answer: '410' })
  expect(afterAttempt(1, 404, AT).state).toBe('waiting')
})

it('does not count an attempt that was never sent', () => {
  expect(afterAttempt(3, 'stopped', AT)).toMatchObject({ state: 'waiting', attempts: 2, nextAt: AT })
  expect(afterAttempt(3, 'disabled', AT)).toMatchObject({ state: 'failed', attempts: 2, nextAt: null })
})

it('tells a delivery under way from one that waits or is over', () => {
  expect(isUnderWay({ state: 'waiting', attempts: 1, answer: '' })).toBe(true)
  expect(isUnderWay({ state: 'waiting', attempts: 0, answer: '' })).toBe(false)
  fc.assert(
    fc.property(attempts, outcomes, (number, outcome) => {
      expect(isUnderWay(afterAttempt(number, outcome, AT))).toBe(false)
    }),
  )
})
