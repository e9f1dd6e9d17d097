import { AsyncLocalStorage } from 'node:async_hooks'

type Arrival = { understood: boolean; waitSeconds: number | null }

const holder = globalThis as typeof globalThis & { factdeskArrivals?: AsyncLocalStorage<Arrival> }
/** One for the process: the pages and the server in front of them are bundled apart. */
const arrivals = (holder.factdeskArrivals ??= new AsyncLocalStorage<Arrival>())

/** Says that the form or call that a page sent could be read, so that what fails from here on is no fault of its sender. */
export function understood(): void {
  const arrival = arrivals.getStore()
  if (arrival) arrival.understood = true
}

/** Says that a page shows when to come back in place of what was asked for; its answer is 429 then (RFC 6585). */
export function askedTooOften(waitSeconds: number): void {
  const arrival = arrivals.getStore()
  if (arrival) arrival.waitSeconds = waitSeconds
}

/**
 * Runs the handler of one request.
 * @param handle is given what was said of the request by the time it looks
 */
export function arriving<T>(handle: (said: Readonly<Arrival>) => T): T {
  const arrival: Arrival = { understood: false, waitSeconds: null }
  return arrivals.run(arrival, () => handle(arrival))
}
