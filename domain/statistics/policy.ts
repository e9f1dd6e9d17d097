import { atLeast, type Actor } from '@/domain/user/policy'

export const mayReadStatistics = (actor: Actor) => atLeast(actor, 'viewer')
/** Figures of people by their names are for those who lead them; others read totals and how they are spread. */
export const mayReadCheckers = (actor: Actor) => atLeast(actor, 'editor')
