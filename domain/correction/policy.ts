import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { CorrectionState, secondRefusal } from './rules'

export const mayReadCorrections = (actor: Actor) => may(actor, 'readCorrections')
export const mayStartCorrection = (actor: Actor) => may(actor, 'startCorrection')
export const mayChangeCorrection = (actor: Actor, state: CorrectionState) =>
  may(actor, 'changeCorrection', { state })
export const mayHandleCorrections = (actor: Actor) => may(actor, 'handleCorrections')
export const maySecond = (actor: Actor, correction: Parameters<typeof secondRefusal>[0]) =>
  may(actor, 'secondCorrection', correction)
