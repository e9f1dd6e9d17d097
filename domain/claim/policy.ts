import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayReadClaims = (actor: Actor) => may(actor, 'readClaims')
export const mayMakeClaim = (actor: Actor) => may(actor, 'makeClaim')
export const mayReviewClaim = (actor: Actor) => may(actor, 'reviewClaim')
export const mayWithdrawClaim = (actor: Actor) => may(actor, 'withdrawClaim')
export const mayPlanClaim = (actor: Actor) => may(actor, 'planClaim')
export const mayAssignClaim = (actor: Actor) => may(actor, 'assignWork')

/** What this reader may do with a claim, for pages that show only what is possible. */
export type ClaimPermissions = { review: boolean; assign: boolean; withdraw: boolean }

export const claimPermissions = (actor: Actor): ClaimPermissions => ({
  review: may(actor, 'reviewClaim'),
  assign: may(actor, 'assignWork'),
  withdraw: may(actor, 'withdrawClaim'),
})
