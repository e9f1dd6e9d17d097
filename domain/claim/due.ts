import { isReviewed } from './rules'
import type { ClaimStatus } from './statuses'

type At = Date | string | null

/** Whether the claim has no due time of its own, so that it is due when its article is. */
export const isDueWithArticle = ({ dueAt, due }: { dueAt: At; due: At }): boolean =>
  dueAt === null && due !== null

/** Whether a claim that nobody has reviewed is past due. A reviewed one is late for nobody. */
export const isOverdue = ({ status, due }: { status: ClaimStatus; due: Date | null }, at: Date): boolean =>
  !isReviewed(status) && due !== null && due.getTime() < at.getTime()
