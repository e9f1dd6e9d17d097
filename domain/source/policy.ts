import { atLeast, type Actor } from '@/domain/user/policy'

export const mayEditSources = (actor: Actor) => atLeast(actor, 'checker')
