import { atLeast, type Actor } from '@/domain/user/policy'
import { secondRefusal, type CorrectionState } from './rules'

export const mayReadCorrections = (actor: Actor) => atLeast(actor, 'viewer')
/** Whoever checks may say that something is wrong. */
export const mayStartCorrection = (actor: Actor) => atLeast(actor, 'checker')
/** What is told to readers is the editors' to say; until one took it up, checkers may word it. */
export const mayChangeCorrection = (actor: Actor, state: CorrectionState) =>
  atLeast(actor, state === 'reported' ? 'checker' : 'editor')
/** Acknowledging, approving, publishing, rejecting, amending, owners, ripples, reports and wordings. */
export const mayHandleCorrections = (actor: Actor) => atLeast(actor, 'editor')

/** Nobody seconds what they approved or wrote any part of. */
export const maySecond = (actor: Actor, correction: Parameters<typeof secondRefusal>[0]) =>
  atLeast(actor, 'editor') && secondRefusal(correction, actor.id) === null
