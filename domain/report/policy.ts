import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayReadReports = (actor: Actor) => may(actor, 'readReports')
export const mayIssueReport = (actor: Actor) => may(actor, 'issueReport')
export const mayRotateKey = (actor: Actor) => may(actor, 'rotateKey')
