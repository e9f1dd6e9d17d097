import { sqlPool } from '@/prisma/client'
import { databaseProblem, pendingMigrations } from './migrate'
import { isStopping } from './stopping'

/** Whether the desk can work, and which part is missing. */
export type Readiness = { staying: boolean; database: boolean; migrations: boolean; arabicSearch: boolean }

const PATIENCE_MS = 3_000

async function holds(question: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return await Promise.race([question(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

async function ask(): Promise<Omit<Readiness, 'staying'>> {
  const [database, migrations, arabicSearch] = await Promise.all([
    holds(async () => (await sqlPool().query('select 1')).rowCount === 1),
    holds(async () => (await pendingMigrations(sqlPool())).length === 0),
    holds(async () => (await databaseProblem(sqlPool())) === null),
  ])
  return { database, migrations, arabicSearch }
}

let asked: ReturnType<typeof ask> | null = null

/**
 * Asks the database; an answer after more than three seconds counts as none. Concurrent callers share one answer, so
 * many cost no more than one.
 */
export async function readiness(): Promise<Readiness> {
  const found = await (asked ??= ask().finally(() => {
    asked = null
  }))
  return { staying: !isStopping(), ...found }
}
