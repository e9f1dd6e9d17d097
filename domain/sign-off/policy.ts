import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const maySignOff = (actor: Actor) => may(actor, 'signOffClaim')
