import { expect, it } from 'vitest'
import { someClaim, someReport } from '@/tests/report'

it('is interim as long as one claim is unreviewed', () => {
  const open = someClaim({ number: 2, status: 'unreviewed', reviewedBy: null, reviewedAt: null })
  expect(someReport([someClaim(), open]).kind).toBe('interim')
  expect(someReport([someClaim(), { ...open, status: 'needs_source' }]).kind).toBe('complete')
})

it('is interim where there is nothing that could have been checked', () => {
  expect(someReport([]).kind).toBe('interim')
})

it('counts claims by status', () => {
  const claims = (['verified', 'disputed', 'verified', 'unreviewed'] as const).map((status, index) =>
    someClaim({ number: index + 1, status }),
  )
  expect(someReport(claims).counts).toEqual({ verified: 2, disputed: 1, unreviewed: 1, needs_source: 0 })
})

it('puts claims in the order of their words, the enclosing one first and those without a place last', () => {
  const claims = [
    someClaim({ number: 1, start: null, end: null }),
    someClaim({ number: 2, start: 40, end: 50 }),
    someClaim({ number: 3, start: 10, end: 20 }),
    someClaim({ number: 4, start: 10, end: 30 }),
  ]
  expect(someReport(claims).claims.map((claim) => claim.number)).toEqual([4, 3, 2, 1])
})
