import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayPassSentences = (actor: Actor) => may(actor, 'passSentences')
