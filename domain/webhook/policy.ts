import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'

export const mayManageWebhooks = (actor: Actor) => may(actor, 'manageWebhooks')
