import { isReviewed } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { ErrorKey } from '@/domain/errors'
import { partsOf, type Writer } from '@/domain/sign-off/rules'

/** Whether a person may sign a claim off together with others, or why not. */
export const STANDINGS = ['ready', 'unopened', 'changed', 'own', 'unreviewed', 'signed'] as const
export type Standing = (typeof STANDINGS)[number]

type Seen = {
  status: ClaimStatus
  writers: readonly Writer[]
  signedOffById: string | null
  /** The digest of the claim as it is now. */
  digest: string
}

/**
 * How a claim stands to the person who would sign it off together with others.
 * @param opened the digest of what this person last had before them; null when they never opened the claim
 */
export function standingOf(
  { status, writers, signedOffById, digest }: Seen,
  personId: string,
  opened: string | null,
): Standing {
  if (signedOffById !== null) return 'signed'
  if (!isReviewed(status)) return 'unreviewed'
  if (partsOf(writers, personId).length > 0) return 'own'
  if (opened === null) return 'unopened'
  return opened === digest ? 'ready' : 'changed'
}

/** Why a claim of this standing is not signed off together with others; null when it may be. */
export const REFUSAL: Record<Exclude<Standing, 'signed'>, ErrorKey | null> = {
  ready: null,
  unopened: 'signOffUnopened',
  changed: 'signOffChangedSince',
  own: 'signOffOwn',
  unreviewed: 'signOffUnreviewed',
}
