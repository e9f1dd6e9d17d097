import { AsyncLocalStorage } from 'node:async_hooks'
import { troubleOf, type Trouble } from './trouble'

type Request = { trouble: Trouble | null }
type Availability = {
  /** Set by the process's watch over the database; null without a watch. */
  away: Trouble | null
  watchers: Set<() => void>
  requests: AsyncLocalStorage<Request>
}

const holder = globalThis as typeof globalThis & { factdeskAvailability?: Availability }

// Pages, HTTP API and server are separate bundles and must share this state.
const shared = () =>
  (holder.factdeskAvailability ??= {
    away: null,
    watchers: new Set(),
    requests: new AsyncLocalStorage<Request>(),
  })

/**
 * Thrown at once while the database is known to be away, so that nobody waits. `code` is the matching PostgreSQL code.
 */
export class AwayError extends Error {
  constructor(readonly code: '57P03' | '53100') {
    super('The database is away')
    this.name = 'AwayError'
  }
}

/** Why the database is known to be away; null while it answers. */
export const databaseAway = (): Trouble | null => shared().away

/** Sets whether the database is away. While it is, no query is sent. */
export function sayDatabaseAway(away: Trouble | null): void {
  shared().away = away
}

/** @throws AwayError while the database is known to be away */
export function refuseWhileAway(): void {
  const { away } = shared()
  if (away) throw new AwayError(away === 'full' ? '53100' : '57P03')
}

/** Calls `look` when a request finds the database unreachable. @returns a function that ends this */
export function onDatabaseGone(look: () => void): () => void {
  shared().watchers.add(look)
  return () => void shared().watchers.delete(look)
}

/** Records the database trouble of the current request and rethrows the error. */
export function noteTrouble(error: unknown): never {
  const trouble = troubleOf(error)
  const request = shared().requests.getStore()
  if (request && trouble) request.trouble = trouble
  if (trouble === 'away') for (const look of shared().watchers) look()
  throw error
}

/**
 * Runs the work of one request.
 * @param work gets a function that tells what database trouble the request has met so far
 */
export function asRequest<T>(work: (met: () => Trouble | null) => T): T {
  const request: Request = { trouble: null }
  return shared().requests.run(request, () => work(() => request.trouble))
}
