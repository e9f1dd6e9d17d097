import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { Prisma, PrismaClient } from './generated/client/client'
import { DeskPool } from './pool'
import { Slots } from './slots'

export type * from './generated/client/client'

/** Empties a JSON column. JavaScript's null would be stored as JSON null. */
export const NO_JSON = Prisma.DbNull

/** A transaction, as `prisma.$transaction` passes it on. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>

type Database = {
  prisma: PrismaClient
  pool: pg.Pool
  longReads: pg.Pool
  counting: pg.Pool
  writing: Slots
}

/** The connections for pages and HTTP API, and how many of them may write at once. The rest are reserved for reads. */
const CONNECTIONS = 12
export const WRITERS = 6

/** How many reads that take minutes may run at once. */
export const LONG_READS = 4

const holder = globalThis as typeof globalThis & { factdeskDatabase?: Database }

/**
 * A small pool of its own, so that exports never take the desk's connections. If a reader stalls, the database ends the
 * connection.
 */
function openLongReads(connectionString: string): pg.Pool {
  return new DeskPool({
    connectionString,
    max: LONG_READS,
    connectionTimeoutMillis: 15_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 120_000,
    application_name: 'factdesk long read',
  })
}

/** A pool of its own that gives up quickly, so that a waiting counter blocks nobody else's connection. */
function openCounting(connectionString: string): pg.Pool {
  return new DeskPool({
    connectionString,
    max: 3,
    connectionTimeoutMillis: 2_000,
    lock_timeout: 250,
    statement_timeout: 2_000,
    application_name: 'factdesk counting',
  })
}

function open(): Database {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: start with npm start or npm run demo.')
  const pool = new DeskPool({ connectionString, max: CONNECTIONS, statement_timeout: 30_000 })
  return {
    pool,
    longReads: openLongReads(connectionString),
    counting: openCounting(connectionString),
    writing: new Slots(WRITERS),
    prisma: new PrismaClient({ adapter: new PrismaPg(pool) }),
  }
}

/**
 * The only client of this process, opened at first use. It is stored on `globalThis`, because pages and HTTP API are
 * separate bundles and must share one pool.
 */
export function db(): PrismaClient {
  return (holder.factdeskDatabase ??= open()).prisma
}

/** The same pool, for frequent reads written in SQL. */
export function sqlPool(): pg.Pool {
  return (holder.factdeskDatabase ??= open()).pool
}

/** Connections for reads that take minutes, apart from the pages' pool. */
export function longReadPool(): pg.Pool {
  return (holder.factdeskDatabase ??= open()).longReads
}

/** Connections for counting requests. A caller should let through a request that cannot be counted in time. */
export function countingPool(): pg.Pool {
  return (holder.factdeskDatabase ??= open()).counting
}

export type PoolUse = {
  pool: 'pages' | 'long reads' | 'counting'
  used: number
  idle: number
  waiting: number
}

/** How much of each pool is in use, and how many writers wait for their turn. It opens nothing. */
export function databaseUse(): { pools: PoolUse[]; writersWaiting: number } {
  const open = holder.factdeskDatabase
  if (!open) return { pools: [], writersWaiting: 0 }
  const inUse = (pool: PoolUse['pool'], { totalCount, idleCount, waitingCount }: pg.Pool): PoolUse => ({
    ...{ pool, used: totalCount - idleCount, idle: idleCount, waiting: waitingCount },
  })
  return {
    pools: [inUse('pages', open.pool), inUse('long reads', open.longReads), inUse('counting', open.counting)],
    writersWaiting: open.writing.queue,
  }
}

/** The queue of writers. */
export function writers(): Slots {
  return (holder.factdeskDatabase ??= open()).writing
}

/** Closes the pools; the next `db()` opens new ones. */
export async function closeDatabase(): Promise<void> {
  const open = holder.factdeskDatabase
  holder.factdeskDatabase = undefined
  await open?.prisma.$disconnect()
  for (const pool of open ? [open.pool, open.longReads, open.counting] : []) if (!pool.ended) await pool.end()
}
