import { atLeast, type Actor } from '@/domain/user/policy'

/** The text is the editors': checkers work on what it says. */
export const mayRevise = (actor: Actor) => atLeast(actor, 'editor')
