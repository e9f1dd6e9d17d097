import { AsyncLocalStorage } from 'node:async_hooks'

type Arrival = { understood: boolean }

const holder = globalThis as typeof globalThis & { factdeskArrivals?: AsyncLocalStorage<Arrival> }
/** One for the process: the pages and the server in front of them are bundled apart. */
const arrivals = (holder.factdeskArrivals ??= new AsyncLocalStorage<Arrival>())

/** Says that the form or call that a page sent could be read, so that what fails from here on is no fault of its sender. */
export function understood(): void {
  const arrival = arrivals.getStore()
  if (arrival) arrival.understood = true
}

/**
 * Runs the handler of one request.
 * @param handle is given a question: whether the request was `understood` by now
 */
export function arriving<T>(handle: (isUnderstood: () => boolean) => T): T {
  const arrival = { understood: false }
  return arrivals.run(arrival, () => handle(() => arrival.understood))
}
