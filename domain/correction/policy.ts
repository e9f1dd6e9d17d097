import { atLeast, type Actor } from '@/domain/user/policy'
import type { CorrectionState } from './rules'

export const mayReadCorrections = (actor: Actor) => atLeast(actor, 'viewer')
/** Whoever checks may say that something is wrong. */
export const mayStartCorrection = (actor: Actor) => atLeast(actor, 'checker')
/** What is told to readers is the editors' to say; until one took it up, checkers may word it. */
export const mayChangeCorrection = (actor: Actor, state: CorrectionState) =>
  atLeast(actor, state === 'reported' ? 'checker' : 'editor')
/** Acknowledging, approving, publishing, rejecting, amending, owners, ripples, reports and wordings. */
export const mayHandleCorrections = (actor: Actor) => atLeast(actor, 'editor')

type Approval = { approvedById: string | null }

/** Nobody seconds what they approved. */
export const maySecond = (actor: Actor, correction: Approval) =>
  atLeast(actor, 'editor') && correction.approvedById !== actor.id
