import { isReviewed, type Priority } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { Issue } from '@/domain/errors'
import { fold } from '@/text/fold'

/** Which claims need a second person's sign-off before a final report. */
export type SignOffPolicy = 'off' | 'disputed' | 'reviewed'

/** The parts of what a sign-off approves, which different people may have written. */
export const CLAIM_PARTS = ['status', 'finding', 'sources', 'words'] as const
export type ClaimPart = (typeof CLAIM_PARTS)[number]
export type Writer = {
  part: ClaimPart
  personId: string
  /** Somebody has written the part anew since. Until an approval, this person still cannot be the second one. */
  replaced?: boolean
}

/** The parts of which a person wrote any, in order. A second person must have none. */
export const partsOf = (writers: readonly Writer[], personId: string): ClaimPart[] =>
  CLAIM_PARTS.filter((part) => writers.some((one) => one.part === part && one.personId === personId))

export const isWriter = (writers: readonly Writer[], personId: string) =>
  writers.some((one) => one.personId === personId)

type Written<P> = {
  status: ClaimStatus
  finding: string
  sources: readonly unknown[]
  writers: readonly { part: ClaimPart; person: P; replaced?: boolean }[]
  /** The person who made the claim. */
  createdBy: P
}

/**
 * The present writers of each part of a claim; nobody for a part that it does not have. The words count as written by
 * the person who made the claim, until somebody moves the claim to other words.
 */
export function whoWrote<P>({
  status,
  finding,
  sources,
  writers,
  createdBy,
}: Written<P>): Record<ClaimPart, P[]> {
  const of = (part: ClaimPart) =>
    writers.filter((one) => one.part === part && !one.replaced).map((one) => one.person)
  const words = of('words')
  return {
    status: isReviewed(status) ? of('status') : [],
    finding: finding.trim() === '' ? [] : of('finding'),
    sources: sources.length === 0 ? [] : of('sources'),
    words: words.length > 0 ? words : [createdBy],
  }
}

/**
 * Whether a finding contains nothing of the earlier one. Then only its new writer is named. Any other change adds a
 * writer, because nobody can tell whose words stayed.
 */
export const findingBegins = (before: string, after: string) => before.trim() === '' || after.trim() === ''

export const SIGN_OFF_NEEDS = ['disputed', 'disputedBefore', 'urgent', 'urgentBefore', 'every'] as const
export type SignOffNeed = (typeof SIGN_OFF_NEEDS)[number]

export type NeedingClaim = {
  status: ClaimStatus
  priority: Priority
  /** Whether an earlier verdict found the same words disputed. */
  disputedBefore?: boolean
  /** Whether one of its writers lowered its urgency. */
  urgencyHeld?: boolean
}

/** The reason for a second person that outlives a change of status or priority; null when there is none. */
export function lastingNeed(claim: NeedingClaim): Exclude<SignOffNeed, 'every'> | null {
  if (claim.status === 'disputed') return 'disputed'
  if (claim.priority === 'urgent') return 'urgent'
  if (claim.disputedBefore) return 'disputedBefore'
  return claim.urgencyHeld ? 'urgentBefore' : null
}

/**
 * Why a claim needs a second person's sign-off; null when it needs none. With the policy `disputed` it does when the
 * newsroom calls or called these words wrong, and when the claim is urgent or was urgent until one of its own writers
 * lowered it. With `reviewed` every verdict needs it, with `off` none.
 */
export function signOffNeed(claim: NeedingClaim, policy: SignOffPolicy): SignOffNeed | null {
  if (policy === 'off' || !isReviewed(claim.status)) return null
  return lastingNeed(claim) ?? (policy === 'reviewed' ? 'every' : null)
}

export const needsSignOff = (claim: NeedingClaim, policy: SignOffPolicy): boolean =>
  signOffNeed(claim, policy) !== null

/**
 * Whether a claim still counts as urgent after it was lowered. It does if a writer lowered it, because nobody may spare
 * their own work the second person.
 */
export const urgencyHeld = (loweredById: string | null, writers: readonly Writer[]) =>
  loweredById !== null && isWriter(writers, loweredById)

type Lowering = { status: ClaimStatus; priority: Priority; writers: readonly Writer[] }

/**
 * Whether this person may lower the urgency of a claim. Once it is reviewed, only a person who wrote nothing of it may.
 */
export const mayLowerUrgency = (claim: Lowering, personId: string, policy: SignOffPolicy) =>
  policy === 'off' ||
  claim.priority !== 'urgent' ||
  !isReviewed(claim.status) ||
  !isWriter(claim.writers, personId)

/**
 * Whether this person may withdraw a claim or move it to other words. Where a second person is needed, only a person
 * who wrote nothing of it may.
 */
export function mayTakeOffWords(
  claim: NeedingClaim & { writers: readonly Writer[] },
  personId: string,
  policy: SignOffPolicy,
): boolean {
  const needed = signOffNeed(claim, policy) ?? (policy === 'off' ? null : lastingNeed(claim))
  return needed === null || !isWriter(claim.writers, personId)
}

type Judged = { status: ClaimStatus; disputedBefore: boolean; quote: string; earlier: unknown }

/** Whether these words were found disputed, now or before. A verdict that a change of the text set back counts too. */
export function disputedOnWords(claim: Judged, next: ClaimStatus): boolean {
  const earlier = claim.earlier as { status?: string; quote?: string } | null
  const setBack =
    earlier?.status === 'disputed' && fold(earlier.quote ?? '').folded === fold(claim.quote).folded
  return claim.disputedBefore || claim.status === 'disputed' || next === 'disputed' || setBack
}

const OWN: Record<ClaimPart, Issue> = {
  status: { path: 'status', key: 'signOffOwnStatus' },
  finding: { path: 'finding', key: 'signOffOwnFinding' },
  sources: { path: 'sources', key: 'signOffOwnSources' },
  words: { path: 'quote', key: 'signOffOwnWords' },
}

type Refusal<K extends string> = { key: K; issues: Issue[] }

/** Why this person cannot be the second one for a verdict; null when they can. */
function secondRefusal<
  K extends 'signOffUnreviewed' | 'sendBackUnreviewed',
  O extends 'signOffOwn' | 'sendBackOwn',
>(
  claim: { status: ClaimStatus; writers: readonly Writer[] },
  personId: string,
  [unreviewed, isOwn]: [K, O],
): Refusal<K | O> | null {
  if (!isReviewed(claim.status)) return { key: unreviewed, issues: [{ path: 'signOff', key: unreviewed }] }
  const own = partsOf(claim.writers, personId)
  return own.length === 0 ? null : { key: isOwn, issues: own.map((part) => OWN[part]) }
}

/** Why this person cannot sign a claim off, with an issue for each part of which they wrote any; null when they can. */
export const signOffRefusal = (claim: Parameters<typeof secondRefusal>[0], personId: string) =>
  secondRefusal(claim, personId, ['signOffUnreviewed', 'signOffOwn'])

/** Why this person cannot send a verdict back, as `signOffRefusal`. */
export const sendBackRefusal = (claim: Parameters<typeof secondRefusal>[0], personId: string) =>
  secondRefusal(claim, personId, ['sendBackUnreviewed', 'sendBackOwn'])
