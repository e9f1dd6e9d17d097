import type { Claim } from '@/domain/claim/shape'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { Source } from '@/domain/source/shape'

/** How far a decision on a claim's status has come. */
export type Deciding = {
  /** The chosen status that is not saved yet. */
  pending: ClaimStatus | null
  /** Whether the chosen status still lacks the finding that it needs. */
  lacking: boolean
  /** The last status saved in this form, and the version that the save made. */
  saved: { version: number; status: ClaimStatus } | null
}

export type Decision =
  /** A person chose disputed before writing a finding. */
  | { kind: 'unfounded' }
  | { kind: 'sent'; status: ClaimStatus | null }
  | { kind: 'written'; status: ClaimStatus | null; version: number }
  /** `byRule` means that a rule forbids the status itself, whatever the finding says. */
  | { kind: 'refused'; byRule: boolean }
  | { kind: 'undone' }
  /** A person chose verified before there is a source for it. */
  | { kind: 'unsourced' }
  /** There is nothing left to save. */
  | { kind: 'ended' }

export const UNDECIDED: Deciding = { pending: null, lacking: false, saved: null }

export function decide(state: Deciding, event: Decision): Deciding {
  switch (event.kind) {
    case 'unfounded':
      return { ...state, pending: 'disputed', lacking: true }
    case 'unsourced':
      return { ...state, pending: 'verified', lacking: false }
    case 'sent':
      return { ...state, pending: event.status ?? state.pending, lacking: false }
    case 'written': {
      const { status, version } = event
      return { ...state, pending: null, saved: status ? { version, status } : state.saved }
    }
    case 'refused':
      return event.byRule ? { ...state, pending: null } : state
    case 'undone':
      return { ...state, saved: null }
    case 'ended':
      return { ...state, pending: null, lacking: false }
  }
}

/** The page is read again after a save. Until the new page arrives, the saved status is newer than the page's. */
export const statusNow = ({ saved }: Deciding, claim: Pick<Claim, 'version' | 'status'>) =>
  saved && saved.version > claim.version ? saved.status : claim.status

type Judged = { status: ClaimStatus; sources: readonly Pick<Source, 'stance'>[] }

/**
 * What marking a claim verified needs first: an answer where a disputed claim has sources that refute it, and a source
 * where none supports it.
 */
export function verifyingNeeds({ status, sources }: Judged): { answer: number; source: boolean } {
  const count = (stance: Source['stance']) => sources.filter((one) => one.stance === stance).length
  return { answer: status === 'disputed' ? count('refutes') : 0, source: count('supports') === 0 }
}

/** The stance that a new source begins with under a claim of this status. */
export const firstStance = (status: ClaimStatus): Source['stance'] =>
  status === 'disputed' ? 'refutes' : 'supports'
