import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRIORITIES } from '@/domain/claim/rules'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import {
  CLAIM_PARTS,
  disputedOnWords,
  findingBegins,
  mayLowerUrgency,
  mayTakeOffWords,
  needsSignOff,
  partsOf,
  signOffNeed,
  signOffRefusal,
  urgencyHeld,
  whoWrote,
} from './rules'

const PEOPLE = ['a', 'b', 'c']
const writers = fc.array(
  fc.record({ part: fc.constantFrom(...CLAIM_PARTS), personId: fc.constantFrom(...PEOPLE) }),
)
const claim = fc.record({
  status: fc.constantFrom(...CLAIM_STATUSES),
  priority: fc.constantFrom(...PRIORITIES),
  disputedBefore: fc.boolean(),
  loweredById: fc.option(fc.constantFrom(...PEOPLE)),
  writers,
})
describe('who wrote what', () => {
  const written = {
    status: 'verified' as const,
    finding: 'So it is.',
    sources: [{}],
    writers: CLAIM_PARTS.map((part) => ({ part, person: `${part} writer` })),
    createdBy: 'marker',
  }

  it('names the writers of each part', () => {
    expect(whoWrote(written)).toEqual({
      status: ['status writer'],
      finding: ['finding writer'],
      sources: ['sources writer'],
      words: ['words writer'],
    })
  })

  it('names nobody for what a claim does not have', () => {
    const bare = { ...written, status: 'unreviewed' as const, finding: ' \n', sources: [] }
    expect(whoWrote(bare)).toEqual({ status: [], finding: [], sources: [], words: ['words writer'] })
  })

  it('names who marked the words until somebody moves the claim', () => {
    const writers = written.writers.filter(({ part }) => part !== 'words')
    expect(whoWrote({ ...written, writers }).words).toEqual(['marker'])
  })
})

describe('who may sign a claim off', () => {
  it('is nobody who wrote any part of it, and each part is named once', () => {
    fc.assert(
      fc.property(writers, fc.constantFrom(...PEOPLE), (written, person) => {
        const refused = signOffRefusal({ status: 'verified', writers: written }, person)
        expect(refused === null).toBe(written.every((one) => one.personId !== person))
        expect(refused?.issues.length ?? 0).toBe(partsOf(written, person).length)
      }),
      { seed: 6 },
    )
  })

  it('is told the parts in their order', () => {
    const written = (['sources', 'status', 'sources', 'finding'] as const).map((part) => ({
      part,
      personId: 'a',
    }))
    expect(signOffRefusal({ status: 'disputed', writers: written }, 'a')).toEqual({
      key: 'signOffOwn',
      issues: [
        { path: 'status', key: 'signOffOwnStatus' },
        { path: 'finding', key: 'signOffOwnFinding' },
        { path: 'sources', key: 'signOffOwnSources' },
      ],
    })
    expect(signOffRefusal({ status: 'unreviewed', writers: [] }, 'a')?.key).toBe('signOffUnreviewed')
  })
})

it.each([
  ['', 'It was 1999.', true],
  [' \n', 'It was 1999.', true],
  ['It was 1999.', '', true],
  ['كان ذلك في 1999.', 'كان ذلك في 1998.', false],
  ['It was 1999.', 'It was 1999. The archive says so.', false],
  ['It was 1999.', 'Something else.', false],
])('a finding that goes from %j to %j begins anew: %s', (before, after, begins) => {
  expect(findingBegins(before, after)).toBe(begins)
})

describe('the need of a second person', () => {
  it('is that of the present verdict, of what was said of the words before, and of the urgency', () => {
    const plain = {
      status: 'verified',
      priority: 'normal',
      disputedBefore: false,
      urgencyHeld: false,
    } as const
    const why = (given: object) => signOffNeed({ ...plain, ...given }, 'disputed')
    expect(why({})).toBeNull()
    expect(why({ status: 'disputed' })).toBe('disputed')
    expect(why({ disputedBefore: true })).toBe('disputedBefore')
    expect(why({ priority: 'urgent' })).toBe('urgent')
    expect(why({ urgencyHeld: true })).toBe('urgentBefore')
    expect(why({ status: 'unreviewed', priority: 'urgent' })).toBeNull()
    expect(signOffNeed(plain, 'reviewed')).toBe('every')
    expect(needsSignOff({ ...plain, status: 'disputed' }, 'off')).toBe(false)
  })

  it('is taken away by no change of priority that one of the writers makes, before or after they write', () => {
    fc.assert(
      fc.property(
        claim,
        fc.constantFrom(...PEOPLE),
        fc.constantFrom('low', 'normal', 'high'),
        (one, person, priority) => {
          const urgent = { ...one, status: 'verified', priority: 'urgent' } as const
          const lowered = { ...urgent, priority, loweredById: person } as const
          const after = { ...lowered, urgencyHeld: urgencyHeld(person, lowered.writers) }
          const isWriter = lowered.writers.some((writer) => writer.personId === person)
          expect(mayLowerUrgency(urgent, person, 'disputed')).toBe(!isWriter)
          if (isWriter) expect(needsSignOff(after, 'disputed')).toBe(true)
        },
      ),
      { seed: 6 },
    )
  })

  it('keeps its writers from taking the claim off its words, and nobody else', () => {
    fc.assert(
      fc.property(claim, fc.constantFrom(...PEOPLE), (one, person) => {
        const now = { ...one, urgencyHeld: urgencyHeld(one.loweredById, one.writers) }
        const own = one.writers.some((writer) => writer.personId === person)
        const may = mayTakeOffWords(now, person, 'disputed')
        if (!own) expect(may).toBe(true)
        if (own && needsSignOff(now, 'disputed')) expect(may).toBe(false)
        expect(mayTakeOffWords(now, person, 'off')).toBe(true)
      }),
      { seed: 6 },
    )
  })
})

it('counts words as disputed as long as they are the same words, whoever set the verdict back', () => {
  const one = { status: 'unreviewed', disputedBefore: false, quote: 'in 1998', earlier: null } as const
  expect(disputedOnWords(one, 'verified')).toBe(false)
  expect(disputedOnWords(one, 'disputed')).toBe(true)
  expect(disputedOnWords({ ...one, status: 'disputed' }, 'verified')).toBe(true)
  const earlier = { status: 'disputed', quote: 'in  1998' }
  expect(disputedOnWords({ ...one, earlier }, 'verified')).toBe(true)
  expect(disputedOnWords({ ...one, quote: 'in 1999', earlier }, 'verified')).toBe(false)
})
