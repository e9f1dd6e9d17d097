import type { Claim } from '@/domain/claim/shape'
import type { ClaimStatus } from '@/domain/claim/statuses'

/** How far a decision on a claim's status has come. */
export type Deciding = {
  /** What was chosen and is not written yet. */
  pending: ClaimStatus | null
  /** Whether the chosen status was given without the finding that it needs. */
  lacking: boolean
  /** The last status that was written here, and the version that it made. */
  saved: { version: number; status: ClaimStatus } | null
}

export type Decision =
  /** Disputed was chosen and there is no finding yet. */
  | { kind: 'unfounded' }
  | { kind: 'sent'; status: ClaimStatus | null }
  | { kind: 'written'; status: ClaimStatus | null; version: number }
  /** `byRule`: the status itself cannot be, whatever the finding says. */
  | { kind: 'refused'; byRule: boolean }
  | { kind: 'undone' }
  /** Nothing is to be written any more. */
  | { kind: 'ended' }

export const UNDECIDED: Deciding = { pending: null, lacking: false, saved: null }

export function decide(state: Deciding, event: Decision): Deciding {
  switch (event.kind) {
    case 'unfounded':
      return { ...state, pending: 'disputed', lacking: true }
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

/** After a save the page is read again; until it has come, what it shows is older than what was saved. */
export const statusNow = ({ saved }: Deciding, claim: Pick<Claim, 'version' | 'status'>) =>
  saved && saved.version > claim.version ? saved.status : claim.status
