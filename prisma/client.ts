import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { Prisma, PrismaClient } from './generated/client/client'
import { DeskPool } from './pool'
import { Slots } from './slots'

export type * from './generated/client/client'

/** Empties a JSON column; JavaScript's null would be kept as JSON's. */
export const NO_JSON = Prisma.DbNull

/** A transaction as `prisma.$transaction` hands it out. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>

type Database = {
  prisma: PrismaClient
  pool: pg.Pool
  longReads: pg.Pool
  counting: pg.Pool
  writing: Slots
}

/** Connections for the pages and the HTTP API, and how many of them may write at once: the others are left to reads. */
const CONNECTIONS = 12
export const WRITERS = 6

/** How many reads that take minutes may go on at once. */
export const LONG_READS = 4

const holder = globalThis as typeof globalThis & { factdeskDatabase?: Database }

/** Few, so that exports never take the desk's own connections; one whose reader stalls is ended by the database. */
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

/** Apart from all others and quick to give up: a count that has to wait holds nobody else's connection. */
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
 * The one client of this process, opened at first use. It hangs on `globalThis` because the pages and the HTTP
 * API are bundled apart and must share one pool.
 */
export function db(): PrismaClient {
  return (holder.factdeskDatabase ??= open()).prisma
}

/** The same pool for the hot reads that are written as SQL. */
export function sqlPool(): pg.Pool {
  return (holder.factdeskDatabase ??= open()).pool
}

/** Connections for reads that take minutes, apart from the pool of the pages. */
export function longReadPool(): pg.Pool {
  return (holder.factdeskDatabase ??= open()).longReads
}

/** Connections for counting who reads how often; what cannot be counted there soon is to be let through. */
export function countingPool(): pg.Pool {
  return (holder.factdeskDatabase ??= open()).counting
}

/** Whose turn it is to write. */
export function writers(): Slots {
  return (holder.factdeskDatabase ??= open()).writing
}

/** Ends the pools; the next `db()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = holder.factdeskDatabase
  holder.factdeskDatabase = undefined
  await open?.prisma.$disconnect()
  for (const pool of open ? [open.pool, open.longReads, open.counting] : []) if (!pool.ended) await pool.end()
}
