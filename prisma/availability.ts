import { AsyncLocalStorage } from 'node:async_hooks'
import { troubleOf, type Trouble } from './trouble'

type Request = { trouble: Trouble | null }
type Availability = {
  /** Set by whoever watches the database; without a watch it is never away for long. */
  away: Trouble | null
  watchers: Set<() => void>
  requests: AsyncLocalStorage<Request>
}

const holder = globalThis as typeof globalThis & { factdeskAvailability?: Availability }

// The pages, the HTTP API and the server around them are bundled apart and must share what they know.
const shared = () =>
  (holder.factdeskAvailability ??= {
    away: null,
    watchers: new Set(),
    requests: new AsyncLocalStorage<Request>(),
  })

/** Nobody waits for a database that is known to be away; `code` says the same in the words of PostgreSQL. */
export class AwayError extends Error {
  constructor(readonly code: '57P03' | '53100') {
    super('The database is away')
    this.name = 'AwayError'
  }
}

/** Why the database is known to be away; null while it answers. */
export const databaseAway = (): Trouble | null => shared().away

/** Says whether the database is away. From then on it is asked nothing until it is said to be back. */
export function sayDatabaseAway(away: Trouble | null): void {
  shared().away = away
}

/** @throws AwayError while the database is known to be away */
export function refuseWhileAway(): void {
  const { away } = shared()
  if (away) throw new AwayError(away === 'full' ? '53100' : '57P03')
}

/** Calls `look` as soon as a request meets a database that does not answer. @returns ends that */
export function onDatabaseGone(look: () => void): () => void {
  shared().watchers.add(look)
  return () => void shared().watchers.delete(look)
}

/** Remembers, for the request under way, what trouble with the database it met; throws the same error again. */
export function noteTrouble(error: unknown): never {
  const trouble = troubleOf(error)
  const request = shared().requests.getStore()
  if (request && trouble) request.trouble = trouble
  if (trouble === 'away') for (const look of shared().watchers) look()
  throw error
}

/**
 * Runs the work of one request.
 * @param work is given a way to ask what trouble with the database the request has met by then
 */
export function asRequest<T>(work: (met: () => Trouble | null) => T): T {
  const request: Request = { trouble: null }
  return shared().requests.run(request, () => work(() => request.trouble))
}
