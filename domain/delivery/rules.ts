/** Seconds between attempts. After the last of them a delivery has failed. */
export const PAUSES = [10, 60, 600, 3_600, 21_600, 86_400] as const

/** How many deliveries one process sends at once. Each goes to another address, so that a slow one delays no other. */
export const LANES = 4

/**
 * How long a delivery belongs to the process that took it. Any attempt takes less, so no message is sent twice at once.
 */
export const LEASE_MS = 60_000

/** The status of an address that is gone for good (RFC 9110, 410 Gone). */
export const GONE = 410

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why an attempt got no status. */
export const PROBLEMS = ['address_refused', 'timeout', 'unreachable', 'disabled'] as const

/** A status, or why there was none; `stopped` when the desk shut down during the attempt. */
export type Outcome = number | (typeof PROBLEMS)[number] | 'stopped'

export type Standing = {
  state: DeliveryState
  attempts: number
  answer: string
  nextAt: Date | null
  deliveredAt: Date | null
}

/**
 * The state of a delivery after attempt number `attempts`, counted from 1. A message that was never sent, because the
 * desk stopped or the address was disabled, does not count as an attempt.
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

/** Whether a process is sending it now. An attempt is counted when it begins and its answer stored when it ends. */
export const isUnderWay = ({ state, attempts, answer }: Omit<Standing, 'nextAt' | 'deliveredAt'>) =>
  state === 'waiting' && attempts > 0 && answer === ''
