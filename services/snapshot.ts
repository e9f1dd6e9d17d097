import type pg from 'pg'
import { longReadPool, sqlPool } from '@/prisma/client'

export type Snapshot = {
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
  /** Ends the reading at once, even during a query, which then fails. A second call does nothing. */
  close: () => void
}

/** Null when all connections for long reads stay busy. */
async function takeConnection(): Promise<pg.PoolClient | null> {
  const pool = longReadPool()
  try {
    return await pool.connect()
  } catch (error) {
    if (pool.idleCount === 0 && pool.totalCount >= pool.options.max) return null
    throw error
  }
}

/**
 * The database as of one moment, for many queries in turn. They share one repeatable, read-only transaction, whose
 * connection serves nothing else and is discarded afterwards.
 * @returns null when too many are open
 */
export async function openSnapshot(): Promise<Snapshot | null> {
  const client = await takeConnection()
  if (!client) return null
  let backend: number | undefined
  let running = false
  let closed = false
  const close = () => {
    if (closed) return
    closed = true
    client.release(true)
    // A busy backend would notice a closed connection only when it has something to send.
    if (running && backend)
      void sqlPool()
        .query('select pg_cancel_backend($1)', [backend])
        .catch(() => undefined)
  }
  client.on('error', close)
  const query: Snapshot['query'] = async <Row extends pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ) => {
    if (closed) throw new Error('The snapshot is closed')
    running = true
    try {
      return (await client.query<Row>(text, values)).rows
    } finally {
      running = false
    }
  }
  try {
    await query('begin transaction isolation level repeatable read read only')
    backend = (await query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid
  } catch (error) {
    close()
    throw error
  }
  return { query, close }
}
