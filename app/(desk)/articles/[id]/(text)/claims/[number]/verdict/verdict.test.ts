import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLAIM_STATUSES, type ClaimStatus } from '@/domain/claim/statuses'
import { decide, firstStance, statusNow, UNDECIDED, verifyingNeeds, type Decision } from './verdict'

const after = (...events: Decision[]) => events.reduce(decide, UNDECIDED)
const claim = { version: 3, status: 'unreviewed' as ClaimStatus }

describe('a decision', () => {
  it('is pending from the press until the server has saved it', () => {
    const sent = after({ kind: 'sent', status: 'verified' })
    expect(sent.pending).toBe('verified')
    const written = decide(sent, { kind: 'written', status: 'verified', version: 4 })
    expect(written).toEqual({ pending: null, lacking: false, saved: { status: 'verified', version: 4 } })
  })

  it('to dispute waits for a finding and goes out with it', () => {
    const waits = after({ kind: 'unfounded' })
    expect(waits).toMatchObject({ pending: 'disputed', lacking: true })
    expect(decide(waits, { kind: 'sent', status: null })).toMatchObject({
      pending: 'disputed',
      lacking: false,
    })
  })

  it('is dropped when a rule refuses the status, and kept when only the finding is wrong', () => {
    const sent = after({ kind: 'sent', status: 'verified' })
    expect(decide(sent, { kind: 'refused', byRule: true }).pending).toBeNull()
    expect(decide(sent, { kind: 'refused', byRule: false }).pending).toBe('verified')
  })

  it('that saves only the finding keeps the status saved before', () => {
    const both = after(
      { kind: 'written', status: 'verified', version: 4 },
      { kind: 'written', status: null, version: 5 },
    )
    expect(both.saved).toEqual({ status: 'verified', version: 4 })
  })

  it('is no longer shown after an undo', () => {
    const undone = after({ kind: 'written', status: 'verified', version: 4 }, { kind: 'undone' })
    expect(statusNow(undone, claim)).toBe('unreviewed')
  })
})

describe('the status on the screen', () => {
  it('is the saved one until the page shows that version or a later one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLAIM_STATUSES),
        fc.constantFrom(...CLAIM_STATUSES),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (written, shown, version, page) => {
          const state = after({ kind: 'written', status: written, version })
          expect(statusNow(state, { status: shown, version: page })).toBe(page < version ? written : shown)
        },
      ),
    )
  })
})

describe('marking a claim verified', () => {
  it.each([
    ['unreviewed', [], { answer: 0, source: true }],
    ['unreviewed', ['refutes', 'context'], { answer: 0, source: true }],
    ['needs_source', ['supports'], { answer: 0, source: false }],
    ['disputed', ['refutes', 'refutes'], { answer: 2, source: true }],
    ['disputed', ['supports', 'refutes'], { answer: 1, source: false }],
    ['disputed', ['context'], { answer: 0, source: true }],
  ] as const)('when it is %s with %j needs %j', (status, stances, needs) => {
    expect(verifyingNeeds({ status, sources: stances.map((stance) => ({ stance })) })).toEqual(needs)
  })

  it('shows verified as chosen until its source is saved, or until it is given up', () => {
    const waits = after({ kind: 'unsourced' })
    expect(waits).toMatchObject({ pending: 'verified', lacking: false })
    expect(decide(waits, { kind: 'ended' }).pending).toBeNull()
  })

  it('begins sources as refuting only under a disputed claim', () => {
    expect(CLAIM_STATUSES.map(firstStance).filter((one) => one === 'refutes')).toHaveLength(1)
    expect(firstStance('disputed')).toBe('refutes')
  })
})
