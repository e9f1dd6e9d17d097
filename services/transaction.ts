import { db, type Tx } from '@/prisma/client'

const TRIES = 3
const LOST_RACE = new Set(['P2034', '40001', '40P01'])

function lostRace(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && LOST_RACE.has(code)
}

/** Runs `work` in one transaction, again when the database broke a deadlock or a serialisation failed. */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction((tx) => work(tx as Tx), { maxWait: 10_000, timeout: 30_000 })
    } catch (error) {
      if (attempt >= TRIES || !lostRace(error)) throw error
    }
  }
}
