import { atLeast, type Actor } from '@/domain/user/policy'

/** Addresses, their deliveries and what is sent to them: all of it leaves the house. */
export const mayManageWebhooks = (actor: Actor) => atLeast(actor, 'admin')
