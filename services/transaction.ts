import { db, writers, type Tx } from '@/prisma/client'

const TRIES = 3
/** How long a write waits for its turn. */
export const TURN_MS = 6_000
const LOST_RACE = new Set(['P2034', '40001', '40P01'])

function lostRace(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && LOST_RACE.has(code)
}

async function tried<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction((tx) => work(tx as Tx), { maxWait: TURN_MS, timeout: 30_000 })
    } catch (error) {
      if (attempt >= TRIES || !lostRace(error)) throw error
    }
  }
}

/**
 * Runs `work` in one transaction, and again after a deadlock or a failed serialisation. Only some connections serve
 * writes, so that writes waiting for one row do not hold up reads. Never call it within another transaction.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const leave = await writers().take(TURN_MS)
  try {
    return await tried(work)
  } finally {
    leave()
  }
}
