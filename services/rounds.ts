import { setTimeout as pause } from 'node:timers/promises'

/** The signals of one round: `until` ends it after what it has begun, `stop` ends that too. */
export type RoundOptions = { until: AbortSignal; stop: AbortSignal }

/** How long work under way may still take when the desk stops. */
const GRACE_MS = 10_000

/**
 * Runs `round` now, and again after each pause, until it is told to stop. A round that fails is followed by the next.
 * @param failed receives the error of a round
 */
export function startRounds(
  round: (options: RoundOptions) => Promise<void>,
  pauseMs: number,
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const givingUp = new AbortController()
  const run = async () => {
    while (!stopping.signal.aborted) {
      await round({ until: stopping.signal, stop: givingUp.signal }).catch(failed)
      await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const ended = run()
  return {
    stop: async () => {
      stopping.abort()
      const timer = setTimeout(() => givingUp.abort(), GRACE_MS)
      await ended
      clearTimeout(timer)
    },
  }
}
