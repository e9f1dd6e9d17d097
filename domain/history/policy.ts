import { atLeast, type Actor } from '@/domain/user/policy'

/** What was done to people, tokens, keys, webhooks and wordings, and whether all history is whole. */
export const mayReadAdministration = (actor: Actor) => atLeast(actor, 'admin')
