import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

/** The header of a request and of its answer. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** What proxies make: hexadecimal digits, UUIDs and the like. */
const USUAL = /^[\w.:@+/=-]{8,128}$/

const holder = globalThis as typeof globalThis & { factdeskRequestId?: AsyncLocalStorage<string> }

// Pages, HTTP API and server are separate bundles and must share this.
const current = () => (holder.factdeskRequestId ??= new AsyncLocalStorage<string>())

/** The id of a request: that of a trusted proxy if it gave a usual one, else a new one. */
export const requestIdFrom = (given: string | undefined, trustedProxies: number): string =>
  trustedProxies > 0 && given !== undefined && USUAL.test(given) ? given : randomBytes(8).toString('hex')

/** Runs the work of a request; every line that it logs names the request. */
export const asRequestWithId = <T>(id: string, work: () => T): T => current().run(id, work)

/** The id of the request that runs; undefined outside requests. */
export const requestId = (): string | undefined => current().getStore()
