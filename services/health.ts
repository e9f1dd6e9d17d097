import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { sqlPool } from '@/prisma/client'

/** Whether the desk can do its work, and which part is missing. */
export type Readiness = { database: boolean; migrations: boolean; arabicSearch: boolean }

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

const databaseAnswers = async () => (await sqlPool().query('select 1')).rowCount === 1

async function migrationsApplied() {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const { rows } = await sqlPool().query<{ count: number }>(
    `select count(distinct migration_name)::int as count from _prisma_migrations
     where migration_name = any($1) and finished_at is not null and rolled_back_at is null`,
    [names],
  )
  return names.length > 0 && rows[0]?.count === names.length
}

/** Under the locale C, trigrams of Arabic words are empty and every Arabic search finds nothing. */
async function arabicIsSeen() {
  const { rows } = await sqlPool().query<{ seen: boolean }>(
    `select similarity(fold_search('كازاخستان'), fold_search('كازاخستانُ')) = 1 as seen`,
  )
  return rows[0]?.seen === true
}

/** Asks the database; an answer that takes longer than three seconds counts as none. */
export async function readiness(): Promise<Readiness> {
  const [database, migrations, arabicSearch] = await Promise.all(
    [databaseAnswers, migrationsApplied, arabicIsSeen].map(holds),
  )
  return { database: database === true, migrations: migrations === true, arabicSearch: arabicSearch === true }
}
