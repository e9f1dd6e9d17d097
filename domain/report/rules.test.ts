import { expect, it } from 'vitest'
import { needsSignOff } from '@/domain/sign-off/rules'
import { someClaim, someContent } from '@/tests/report'
import { obstaclesTo, reportNumber } from './rules'

const open = { status: 'unreviewed', reviewedBy: null, reviewedAt: null } as const
const covered = { sentences: 2, claimed: 1, passed: 1, open: 0 }

it('finds no obstacle to a final report when all claims are reviewed, placed and signed off and no sentence is open', () => {
  expect(someContent().obstacles).toEqual([])
  expect(someContent({ claims: [someClaim({ status: 'needs_source' })] }).obstacles).toEqual([])
})

it('names each kind of obstacle once, with its claims', () => {
  const claims = [
    someClaim({ number: 1, ...open }),
    someClaim({ number: 2, ...open, anchor: 'changed', start: 3, end: 5 }),
    someClaim({ number: 3, anchor: 'orphaned', start: null, end: null }),
    someClaim({ number: 4, status: 'disputed', start: 8, end: 9 }),
    someClaim({
      number: 5,
      status: 'disputed',
      start: 9,
      end: 10,
      signOff: { by: 'B', at: '2026-11-25T20:00:00.000Z' },
    }),
  ]
  const coverage = { ...covered, open: 2 }
  expect(someContent({ claims, coverage, asked: { signOff: 'disputed' } }).obstacles).toEqual([
    { kind: 'unreviewed', claims: [1, 2] },
    { kind: 'changed', claims: [2] },
    { kind: 'orphaned', claims: [3] },
    { kind: 'sign_off', claims: [4] },
    { kind: 'open_sentences', count: 2 },
  ])
})

it('an article without claims cannot have a final report', () => {
  expect(obstaclesTo([], covered)).toEqual([{ kind: 'no_claims' }])
})

it('requires a second person according to the newsroom’s policy', () => {
  const verified = { status: 'verified', priority: 'normal' } as const
  const disputed = { status: 'disputed', priority: 'low' } as const
  const urgent = { status: 'verified', priority: 'urgent' } as const
  const unreviewed = { status: 'unreviewed', priority: 'urgent' } as const
  const asked = [verified, disputed, urgent, unreviewed]
  expect(asked.map((claim) => needsSignOff(claim, 'off'))).toEqual([false, false, false, false])
  expect(asked.map((claim) => needsSignOff(claim, 'disputed'))).toEqual([false, true, true, false])
  expect(asked.map((claim) => needsSignOff(claim, 'reviewed'))).toEqual([true, true, true, false])
})

it('counts claims by status', () => {
  const claims = (['verified', 'disputed', 'verified', 'unreviewed'] as const).map((status, index) =>
    someClaim({ number: index + 1, status }),
  )
  expect(someContent({ claims }).counts).toEqual({ verified: 2, disputed: 1, unreviewed: 1, needs_source: 0 })
})

it('sorts claims by their words, enclosing ones first and those without a place last', () => {
  const claims = [
    someClaim({ number: 1, start: null, end: null, anchor: 'orphaned' }),
    someClaim({ number: 2, start: 40, end: 50 }),
    someClaim({ number: 3, start: 10, end: 20 }),
    someClaim({ number: 4, start: 10, end: 30 }),
  ]
  expect(someContent({ claims }).claims.map((claim) => claim.number)).toEqual([4, 3, 2, 1])
})

it('gives places in UTF-16 units and in code points', () => {
  const [claim] = someContent({ text: '😀 It opened', claims: [someClaim({ start: 3, end: 12 })] }).claims
  expect(claim?.position).toEqual({
    part: 'text',
    utf16: { start: 3, end: 12 },
    codePoints: { start: 2, end: 11 },
  })
})

it('leaves findings and all names of the newsroom’s people out of external reports', () => {
  const claim = someClaim({
    finding: 'SECRET finding',
    proposal: { kind: 'correction', replacement: 'SECRET words', reason: 'SECRET reason' },
    reviewedBy: 'SECRET Aigerim',
    signOff: { by: 'SECRET Dana', at: '2026-11-25T20:00:00.000Z' },
    writers: { status: ['SECRET A'], finding: ['SECRET B'], sources: ['SECRET C'], words: ['SECRET D'] },
  })
  const outside = someContent({ claims: [claim], asked: { internal: false, issuedBy: 'SECRET Dana' } })
  expect(JSON.stringify(outside)).not.toContain('SECRET')
  expect(outside.claims[0]).toMatchObject({ status: 'verified', signOff: { by: null }, finding: null })
  expect(outside.claims[0]).not.toHaveProperty('writers')
  expect(JSON.stringify(someContent({ claims: [claim] })).match(/SECRET/g)).toHaveLength(9)
})

it('numbers reports by year', () => {
  expect([reportNumber(2026, 7), reportNumber(2026, 12_345)]).toEqual(['2026-0007', '2026-12345'])
})
