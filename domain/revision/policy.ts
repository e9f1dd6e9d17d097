import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayRevise = (actor: Actor) => may(actor, 'reviseArticle')
