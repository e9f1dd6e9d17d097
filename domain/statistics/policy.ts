import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayReadStatistics = (actor: Actor) => may(actor, 'readStatistics')
export const mayReadCheckers = (actor: Actor) => may(actor, 'readCheckerFigures')
