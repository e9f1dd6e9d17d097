import { atLeast, type Actor } from '@/domain/user/policy'

/** Whoever may make a claim may also say that there is none to make. */
export const mayPassSentences = (actor: Actor) => atLeast(actor, 'checker')
