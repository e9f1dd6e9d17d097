import { atLeast, type Actor } from '@/domain/user/policy'

export const mayReadClaims = (actor: Actor) => atLeast(actor, 'viewer')
export const mayMakeClaim = (actor: Actor) => atLeast(actor, 'checker')
export const mayReviewClaim = (actor: Actor) => atLeast(actor, 'checker')
export const mayWithdrawClaim = (actor: Actor) => atLeast(actor, 'checker')
/** Priority and due time: whoever checks may set them. */
export const mayPlanClaim = (actor: Actor) => atLeast(actor, 'checker')
/** Who works on what is the editors' to say. */
export const mayAssignClaim = (actor: Actor) => atLeast(actor, 'editor')

/** What this reader may do with a claim, for pages that show only what is possible. */
export type ClaimPermissions = { review: boolean; assign: boolean; withdraw: boolean }

export const claimPermissions = (actor: Actor): ClaimPermissions => ({
  review: mayReviewClaim(actor),
  assign: mayAssignClaim(actor),
  withdraw: mayWithdrawClaim(actor),
})
