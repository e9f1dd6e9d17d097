import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from './generated/client/client'

export type * from './generated/client/client'

/** Empties a JSON column; JavaScript's null would be kept as JSON's. */
export const NO_JSON = Prisma.DbNull

/** A transaction as `prisma.$transaction` hands it out. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'>

type Database = { prisma: PrismaClient; pool: pg.Pool }

const holder = globalThis as typeof globalThis & { factdeskDatabase?: Database }

function open(): Database {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: start with npm start or npm run demo.')
  const pool = new pg.Pool({ connectionString, max: 12, statement_timeout: 30_000 })
  pool.on('error', () => undefined)
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
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

/** Ends the pool; the next `db()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = holder.factdeskDatabase
  holder.factdeskDatabase = undefined
  await open?.prisma.$disconnect()
  if (open && !open.pool.ended) await open.pool.end()
}
