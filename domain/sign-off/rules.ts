import { isReviewed, type ClaimStatus, type Priority } from '@/domain/claim/rules'

/** Which claims a second person has to sign off before a final report. */
export type SignOffPolicy = 'off' | 'disputed' | 'reviewed'

/**
 * `disputed` asks for a second person where the newsroom says that a text is wrong, and where a claim was urgent;
 * `reviewed` for every verdict; `off` for none.
 */
export function needsSignOff(
  claim: { status: ClaimStatus; priority: Priority },
  policy: SignOffPolicy,
): boolean {
  if (policy === 'off' || !isReviewed(claim.status)) return false
  return policy === 'reviewed' || claim.status === 'disputed' || claim.priority === 'urgent'
}

/** Why this person cannot sign a claim off; null when they can. */
export function signOffRefusal(
  claim: { status: ClaimStatus; reviewedById: string | null },
  personId: string,
): null | 'signOffUnreviewed' | 'signOffOwn' {
  if (!isReviewed(claim.status)) return 'signOffUnreviewed'
  return claim.reviewedById === personId ? 'signOffOwn' : null
}
