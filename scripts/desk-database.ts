import fs from 'node:fs'
import path from 'node:path'
import { closeDatabase, sqlPool } from '@/prisma/client'
import { borrowDatabaseServer } from '@/services/database-server'
import { pendingMigrations } from '@/services/migrate'
import { settings, type Settings } from '@/services/settings'
import { takeLock } from './lib/lock.mjs'
import { orStop, Stop } from './lib/say.mjs'

/** The command line makes no sense. Exit code 2, because nothing was tried. */
export class Unusable extends Stop {}

async function upToDate<T>(work: () => Promise<T>): Promise<T> {
  if ((await pendingMigrations(sqlPool())).length > 0)
    throw new Stop('The database is not up to date: start the desk once, then try again.')
  return work()
}

/**
 * Opens the desk's database, whether the desk runs or not. It is your own database, the running embedded server, or
 * that server started for the duration of the work.
 */
async function withDatabase<T>({ databaseUrl, dataDir }: Settings, work: () => Promise<T>): Promise<T> {
  if (databaseUrl) return upToDate(work)
  if (!fs.existsSync(dataDir)) throw new Stop(`There is no desk in ${dataDir}: set DATA_DIR to its folder.`)
  const server = await borrowDatabaseServer(dataDir, () =>
    takeLock(
      path.join(dataDir, 'running'),
      (pid) => `The desk is starting as process ${pid}: try again soon.`,
    ),
  )
  if (!server)
    throw new Stop(`There is no database in ${dataDir}: set DATA_DIR or DATABASE_URL as for the desk.`)
  process.env.DATABASE_URL = server.url
  try {
    return await upToDate(work)
  } finally {
    await closeDatabase()
    await server.giveBack()
  }
}

/**
 * Runs an operator's command in the desk's folder and with its settings: it reads the command line, then works on the
 * desk's database. An error becomes one sentence and the exit code `stopped`, or 2 when the command line makes no
 * sense.
 */
export async function runOnDesk<Call>(
  readCall: (given: string[]) => Call,
  work: (call: Call, config: Settings) => Promise<void>,
  stopped = 1,
): Promise<void> {
  process.chdir(path.dirname(import.meta.dirname))
  await orStop(
    async () => {
      const call = readCall(process.argv.slice(2))
      if (fs.existsSync('.env')) process.loadEnvFile('.env')
      const config = settings()
      try {
        await withDatabase(config, () => work(call, config))
      } finally {
        await closeDatabase()
      }
    },
    (error) => (error instanceof Unusable ? 2 : stopped),
  )
}
