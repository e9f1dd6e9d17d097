import { AsyncLocalStorage } from 'node:async_hooks'

type Arrival = { understood: boolean; waitSeconds: number | null }

const holder = globalThis as typeof globalThis & { factdeskArrivals?: AsyncLocalStorage<Arrival> }
/** One store per process, because the pages and the server in front of them are bundled separately. */
const arrivals = (holder.factdeskArrivals ??= new AsyncLocalStorage<Arrival>())

/** Records that the form or call from a page could be read, so that a later failure is not its sender's fault. */
export function understood(): void {
  const arrival = arrivals.getStore()
  if (arrival) arrival.understood = true
}

/** Records that a page shows when to come back instead of its content; its answer is then 429 (RFC 6585). */
export function askedTooOften(waitSeconds: number): void {
  const arrival = arrivals.getStore()
  if (arrival) arrival.waitSeconds = waitSeconds
}

/**
 * Runs the handler of one request.
 * @param handle receives what was recorded about the request so far
 */
export function arriving<T>(handle: (said: Readonly<Arrival>) => T): T {
  const arrival: Arrival = { understood: false, waitSeconds: null }
  return arrivals.run(arrival, () => handle(arrival))
}
