/** Seconds from one attempt to the next; after the last of them a delivery has failed. */
export const PAUSES = [10, 60, 600, 3_600, 21_600, 86_400] as const

/** Of one process, at once; each to another address, so that a slow one holds up no other. */
export const LANES = 4

/** How long a taken delivery belongs to who took it; longer than any attempt, or it would be sent twice at once. */
export const LEASE_MS = 60_000

/** The answer of an address that is given up for good (RFC 9110, 410 Gone). */
export const GONE = 410

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why an attempt met no status. */
export const PROBLEMS = ['address_refused', 'timeout', 'unreachable', 'disabled'] as const

/** A status, or why there was none; `stopped` when the desk itself ended in the middle. */
export type Outcome = number | (typeof PROBLEMS)[number] | 'stopped'

export type Standing = {
  state: DeliveryState
  attempts: number
  answer: string
  nextAt: Date | null
  deliveredAt: Date | null
}

/**
 * How a delivery stands after its attempt number `attempts`, counted from 1. What was never sent, because the desk
 * stopped or the address was disabled, is no attempt.
 */
export function afterAttempt(attempts: number, outcome: Outcome, at: Date): Standing {
  const met = { attempts, answer: String(outcome), nextAt: null, deliveredAt: null }
  const unsent = { ...met, attempts: attempts - 1 }
  if (outcome === 'stopped') return { ...unsent, state: 'waiting', answer: '', nextAt: at }
  if (outcome === 'disabled') return { ...unsent, state: 'failed' }
  if (typeof outcome === 'number' && outcome >= 200 && outcome < 300)
    return { ...met, state: 'delivered', deliveredAt: at }
  const pause = outcome === GONE ? undefined : PAUSES[attempts - 1]
  if (pause === undefined) return { ...met, state: 'failed' }
  return { ...met, state: 'waiting', nextAt: new Date(at.getTime() + pause * 1000) }
}

/** Whether somebody is sending it now: an attempt is counted as it begins and answered as it ends. */
export const isUnderWay = ({ state, attempts, answer }: Omit<Standing, 'nextAt' | 'deliveredAt'>) =>
  state === 'waiting' && attempts > 0 && answer === ''
