import pg from 'pg'
import { noteTrouble, refuseWhileAway } from './availability'
import { asQuerySpan } from './tracing'

/**
 * How long a request waits for a connection, and a query for a lock. A query that wants a contended row may wait
 * for two locks: first for the head of the queue, then for the row.
 */
export const CONNECTION_WAIT_MS = 8_000
export const LOCK_WAIT_MS = 4_000

type Connected = Parameters<pg.Pool['connect']>[0]

type Query = (...args: unknown[]) => unknown

/**
 * A connection that notices when the database does not answer. Each query waits here for the one before it, because
 * Prisma sends all queries of a transaction at once and pg 9 will not queue them. Queries with a callback, and streams,
 * do not wait: the pool and the readers that send them wait for each other themselves.
 */
class DeskClient extends pg.Client {
  private before: Promise<unknown> = Promise.resolve()

  override query(...args: unknown[]): never {
    const ask = super.query.bind(this) as Query
    const [query] = args as [{ submit?: unknown } | undefined]
    if (typeof query?.submit === 'function' || typeof args.at(-1) === 'function') return ask(...args) as never
    const asked = this.before
      .then(() => asQuerySpan(query, () => Promise.resolve(ask(...args))))
      .catch(noteTrouble)
    this.before = asked.catch(() => undefined)
    return asked as never
  }
}

/**
 * A pool in which every wait has a limit: for a connection and for a lock. While the database is known to be away,
 * nobody waits at all.
 */
export class DeskPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      lock_timeout: LOCK_WAIT_MS,
      ...config,
      Client: DeskClient as unknown as pg.PoolConfig['Client'],
    })
    // The pool replaces a broken idle connection at the next request.
    this.on('error', () => undefined)
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: NonNullable<Connected>): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    try {
      refuseWhileAway()
    } catch (error) {
      if (!callback) return Promise.reject(error as Error).catch(noteTrouble)
      return callback(error as Error, undefined, () => undefined)
    }
    return callback ? super.connect(callback) : super.connect().catch(noteTrouble)
  }

  override query(...args: unknown[]): never {
    const ask = super.query.bind(this) as Query
    if (typeof args.at(-1) === 'function') return ask(...args) as never
    const asked = asQuerySpan(args[0], () => Promise.resolve(ask(...args)))
    return asked.catch(noteTrouble) as never
  }
}
