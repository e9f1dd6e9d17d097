import { atLeast, type Actor } from '@/domain/user/policy'

export const mayReadReports = (actor: Actor) => atLeast(actor, 'viewer')
export const mayIssueReport = (actor: Actor) => atLeast(actor, 'editor')
export const mayRotateKey = (actor: Actor) => atLeast(actor, 'admin')
