import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepRows } from './step-rows'

const at = '2026-03-10T09:30:00.000Z'
const by = { name: 'Nadia', at }
const due = { acknowledge: '2026-03-11T09:30:00.000Z', publish: '2026-03-17T09:30:00.000Z' }
const NOBODY = {
  ...{ reported: by, acknowledged: null, approved: null, second: null, published: null, rejected: null },
}
const reported = {
  ...{ open: true, nextStep: 'acknowledged' as const, needsSecond: false, overdue: false, due },
  taken: NOBODY,
}
const names = (of: Parameters<typeof stepRows>[0]) => stepRows(of).map(({ name }) => name)

describe('the steps of a correction', () => {
  it('have a deadline where readers or colleagues wait for them', () =>
    expect(stepRows(reported)).toEqual([
      { name: 'reported', taken: by, due: null, late: false },
      { name: 'acknowledged', taken: null, due: due.acknowledge, late: false },
      { name: 'approved', taken: null, due: null, late: false },
      { name: 'published', taken: null, due: due.publish, late: false },
    ]))

  it('include a second person where one is required or has already approved', () => {
    expect(names({ ...reported, needsSecond: true })).toContain('second')
    expect(names({ ...reported, taken: { ...NOBODY, second: by } })).toContain('second')
    expect(names(reported)).not.toContain('second')
  })

  it('end with a rejection instead of publication', () =>
    expect(names({ ...reported, open: false, nextStep: null, taken: { ...NOBODY, rejected: by } })).toEqual([
      'reported',
      'acknowledged',
      'approved',
      'rejected',
    ]))
})

const taken = fc.constantFrom(null, by)
const correction = fc.record({
  open: fc.boolean(),
  nextStep: fc.constantFrom('acknowledged' as const, 'approved' as const, 'published' as const, null),
  needsSecond: fc.boolean(),
  overdue: fc.boolean(),
  due: fc.constant(due),
  taken: fc.record({
    ...{ reported: taken, acknowledged: taken, approved: taken },
    ...{ second: taken, published: taken, rejected: taken },
  }),
})

it('at most one step is late, and only one that is still to be taken', () => {
  fc.assert(
    fc.property(correction, (given) => {
      const late = stepRows(given).filter((row) => row.late)
      expect(late.length).toBeLessThanOrEqual(1)
      for (const row of late) {
        expect(given.open && given.overdue).toBe(true)
        expect(row.taken).toBeNull()
        expect(row.due).not.toBeNull()
      }
    }),
  )
})
