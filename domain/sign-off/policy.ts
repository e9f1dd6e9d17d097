import { atLeast, type Actor } from '@/domain/user/policy'

export const maySignOff = (actor: Actor) => atLeast(actor, 'editor')
