import 'server-only'
import { log } from '@/services/log'
import { listenTo } from '@/services/listening'
import { Hub } from './hub'
import { readTold } from './rules'
import { notification, presenceTold } from './shape'
import { CHANGES, PRESENCE } from './write'

/** Proxies end an answer that is silent for longer, often after half a minute. */
const BEAT_MS = 20_000
const FORGET_MS = 2_000
/** How long streams stay open while the connection that hears is away. A restart of a database takes longer. */
const GRACE_MS = 3_000

const holder = globalThis as typeof globalThis & { factdeskLive?: Hub }

/** The instance's only hub. Pages and HTTP API are separate bundles and must share it. */
export const hub = (): Hub => (holder.factdeskLive ??= new Hub(Date.now))

/**
 * Hears what all instances write, on a connection of its own, until it is told to stop; then all streams end at once.
 * @param url the current address of the database. A pooler that lends a connection for one transaction cannot be used
 */
export function startLive(url: () => string): { stop: () => Promise<void> } {
  let losing: NodeJS.Timeout | undefined
  const listening = listenTo([CHANGES, PRESENCE], {
    url,
    heard: (channel, payload) => {
      if (channel === PRESENCE) {
        const told = readTold(presenceTold, payload)
        if (told) hub().isAt(told)
        return
      }
      const told = readTold(notification, payload)
      if (told) hub().heard(told)
    },
    found: () => {
      clearTimeout(losing)
      hub().found()
    },
    lost: (error) => {
      log.warn({ err: error }, 'The connection that hears of changes is lost')
      clearTimeout(losing)
      losing = setTimeout(() => hub().lost(), GRACE_MS).unref()
    },
  })
  const timers = [
    setInterval(() => void hub().beat(), BEAT_MS).unref(),
    setInterval(() => hub().forget(), FORGET_MS).unref(),
  ]
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      clearTimeout(losing)
      hub().lost()
      await listening.stop()
    },
  }
}
