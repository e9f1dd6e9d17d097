import { isReviewed, type Priority } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { Issue } from '@/domain/errors'
import { fold } from '@/text/fold'

/** Which claims a second person has to sign off before a final report. */
export type SignOffPolicy = 'off' | 'disputed' | 'reviewed'

/** What a sign-off approves, in the parts that different people may have written. */
export const CLAIM_PARTS = ['status', 'finding', 'sources', 'words'] as const
export type ClaimPart = (typeof CLAIM_PARTS)[number]
export type Writer = {
  part: ClaimPart
  personId: string
  /** The part was written anew since; until somebody approves, they are still nobody's second person. */
  replaced?: boolean
}

/** The parts a person wrote any of, in their order; none for a second person. */
export const partsOf = (writers: readonly Writer[], personId: string): ClaimPart[] =>
  CLAIM_PARTS.filter((part) => writers.some((one) => one.part === part && one.personId === personId))

export const isWriter = (writers: readonly Writer[], personId: string) =>
  writers.some((one) => one.personId === personId)

type Written<P> = {
  status: ClaimStatus
  finding: string
  sources: readonly unknown[]
  writers: readonly { part: ClaimPart; person: P; replaced?: boolean }[]
  /** Who made the claim of these words. */
  createdBy: P
}

/**
 * Who wrote each part of a claim as it is; nobody for a part that it does not have. Its words are those of whoever marked them
 * until somebody puts the claim on others.
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
 * Whether a finding has nothing of what was written before: then only who writes it now is named. Any other change adds a
 * writer, since nobody can tell whose the words are that stayed.
 */
export const findingBegins = (before: string, after: string) => before.trim() === '' || after.trim() === ''

export const SIGN_OFF_NEEDS = ['disputed', 'disputedBefore', 'urgent', 'urgentBefore', 'every'] as const
export type SignOffNeed = (typeof SIGN_OFF_NEEDS)[number]

export type NeedingClaim = {
  status: ClaimStatus
  priority: Priority
  /** Whether another verdict on the same words was that they are disputed. */
  disputedBefore?: boolean
  /** Whether it was made less than urgent by one of its writers. */
  urgencyHeld?: boolean
}

/** What asks for a second person and outlives a change of status or priority; null for nothing. */
export function lastingNeed(claim: NeedingClaim): Exclude<SignOffNeed, 'every'> | null {
  if (claim.status === 'disputed') return 'disputed'
  if (claim.priority === 'urgent') return 'urgent'
  if (claim.disputedBefore) return 'disputedBefore'
  return claim.urgencyHeld ? 'urgentBefore' : null
}

/**
 * Why a second person has to sign a claim off; null when none has to. `disputed` asks for one where the newsroom says or
 * said that these words are wrong, and where a claim is urgent or was until one of its own writers lowered it;
 * `reviewed` for every verdict; `off` for none.
 */
export function signOffNeed(claim: NeedingClaim, policy: SignOffPolicy): SignOffNeed | null {
  if (policy === 'off' || !isReviewed(claim.status)) return null
  return lastingNeed(claim) ?? (policy === 'reviewed' ? 'every' : null)
}

export const needsSignOff = (claim: NeedingClaim, policy: SignOffPolicy): boolean =>
  signOffNeed(claim, policy) !== null

/** Whether the urgency of a claim counts on although it was lowered: nobody spares their own work the second person. */
export const urgencyHeld = (loweredById: string | null, writers: readonly Writer[]) =>
  loweredById !== null && isWriter(writers, loweredById)

type Lowering = { status: ClaimStatus; priority: Priority; writers: readonly Writer[] }

/** Whether this person may make a claim less than urgent: once it is reviewed, only who wrote nothing of it. */
export const mayLowerUrgency = (claim: Lowering, personId: string, policy: SignOffPolicy) =>
  policy === 'off' ||
  claim.priority !== 'urgent' ||
  !isReviewed(claim.status) ||
  !isWriter(claim.writers, personId)

/**
 * Whether this person may take a claim off its words, by withdrawing it or by moving it to others: where a second person
 * is needed, only who wrote nothing of it.
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

/** Whether these words were found disputed, now or before; a verdict that a change of the text set back counts on them. */
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

/** Why this person cannot sign a claim off, with an issue for each part they wrote any of; null when they can. */
export function signOffRefusal(
  claim: { status: ClaimStatus; writers: readonly Writer[] },
  personId: string,
): null | { key: 'signOffUnreviewed' | 'signOffOwn'; issues: Issue[] } {
  if (!isReviewed(claim.status))
    return { key: 'signOffUnreviewed', issues: [{ path: 'signOff', key: 'signOffUnreviewed' }] }
  const own = partsOf(claim.writers, personId)
  return own.length === 0 ? null : { key: 'signOffOwn', issues: own.map((part) => OWN[part]) }
}
