import { setTimeout as pause } from 'node:timers/promises'

const ASK_MS = 50
const PATIENCE_MS = 5_000

type Seen = { at: number; ready: boolean }

/** Asks all the time whether a desk is ready, as a proxy does. */
export function watchReadiness(url: string) {
  const seen: Seen[] = []
  let going = true
  const ask = async () => {
    while (going) {
      const at = Date.now()
      const answer = await fetch(`${url}/api/v1/health/ready`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).catch(() => null)
      await answer?.text().catch(() => undefined)
      seen.push({ at, ready: answer?.status === 200 })
      await pause(ASK_MS)
    }
  }
  const ended = ask()
  return {
    /** Waits until the desk was not ready and is ready again. @returns seconds since it was not; Infinity if never */
    redAndGreen: async (boundMs: number): Promise<number> => {
      const from = Date.now()
      while (Date.now() - from < boundMs) {
        const red = seen.find(({ at, ready }) => at >= from - PATIENCE_MS && !ready)
        const green = red && seen.find(({ at, ready }) => at > red.at && ready)
        const last = seen.at(-1)
        if (red && green && last?.ready) return Math.round((green.at - red.at) / 100) / 10
        await pause(ASK_MS)
      }
      return Infinity
    },
    /** Whether it was ever not ready. */
    wasRed: () => seen.some(({ ready }) => !ready),
    stop: async () => {
      going = false
      await ended
    },
  }
}
