import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayEditSources = (actor: Actor) => may(actor, 'editSources')
