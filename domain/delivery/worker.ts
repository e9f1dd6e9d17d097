import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { refusalOf } from '@/domain/refusal/queries'
import { bodyOf } from '@/domain/webhook/payload'
import { log } from '@/services/log'
import { startRounds } from '@/services/rounds'
import { settings } from '@/services/settings'
import { sendSigned, type SendOptions } from '@/services/outbound/send'
import { settleDelivery, takeDelivery, type Taken } from './commands'
import { LANES } from './rules'

/** The pause between two looks for due deliveries. */
const POLL_MS = 1_000

export type DeliverOptions = SendOptions & {
  /** Stops taking deliveries; those under way continue. */
  until?: AbortSignal
}

/**
 * Sends everything that is due and returns when nothing is left. Each address gets its deliveries in order; several
 * addresses are served in parallel.
 */
export async function deliverDue(options: DeliverOptions): Promise<void> {
  const running = new Map<string, Promise<void>>()
  while (!options.until?.aborted) {
    const busy = [...running.keys()]
    const taken = busy.length < LANES ? await takeDelivery(busy) : null
    if (taken) {
      const sent = deliver(taken, options).finally(() => running.delete(taken.webhookId))
      running.set(taken.webhookId, sent)
      continue
    }
    // An address may have become free since its deliveries were skipped, so look again.
    if (busy.some((webhookId) => !running.has(webhookId))) continue
    if (running.size === 0) return
    await Promise.race([...running.values(), pause(POLL_MS, undefined, { ref: false })])
  }
  await Promise.all(running.values())
}

/** A delivery whose outcome cannot be stored stays taken until its lease ends. */
async function deliver(taken: Taken, options: DeliverOptions): Promise<void> {
  try {
    const message = { id: taken.payload.id, body: bodyOf(taken.payload) }
    const outcome = taken.disabled ? 'disabled' : await sendSigned(taken, message, options)
    await settleDelivery(taken, outcome)
  } catch (error) {
    if (!refusalOf(error)) log.error({ err: error, delivery: taken.id }, 'A delivery could not be settled')
  }
}

/** Sends due deliveries, now and whenever there are any, until it is told to stop. */
export function startDeliveries(): { stop: () => Promise<void> } {
  const allowPrivate = settings().allowPrivateAddresses
  return startRounds(
    (options) => deliverDue({ allowPrivate, ...options }),
    POLL_MS,
    // The process's watch over the database logs an outage once, not every second.
    (error) => {
      if (!refusalOf(error)) log.error({ err: error }, 'Deliveries stand still')
    },
  )
}
