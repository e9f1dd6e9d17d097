import fs from 'node:fs'
import path from 'node:path'
import { DomainError } from '@/domain/errors'
import { makePasswordLinkOnServer } from '@/domain/password/commands'
import { passwordAddress } from '@/domain/password/schema'
import { normalEmail } from '@/domain/user/schema'
import { closeDatabase, sqlPool } from '@/prisma/client'
import { borrowDatabaseServer } from '@/services/database-server'
import { pendingMigrations } from '@/services/migrate'
import { settings, type Settings } from '@/services/settings'
import { takeLock } from './lib/lock.mjs'
import { orStop, Stop } from './lib/say.mjs'

const USAGE = 'Use it as: npm run admin -- reset person@desk.example'

/** It was called in a way that means nothing: exit code 2, since nothing was tried. */
class Unusable extends Stop {}

/** The address of an account, as it was called with. */
function readCall([verb, written, ...more]: string[]): string {
  if (verb !== 'reset' || !written || more.length > 0) throw new Unusable(USAGE)
  const email = normalEmail(written)
  if (!email) throw new Unusable(`${written} is no e-mail address. ${USAGE}`)
  return email
}

/**
 * The desk's database, whether the desk runs or not: one of your own, the embedded server that runs, or that server
 * started for as long as this takes.
 */
async function withDatabase<T>({ databaseUrl, dataDir }: Settings, work: () => Promise<T>): Promise<T> {
  if (databaseUrl) return work()
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
    return await work()
  } finally {
    await closeDatabase()
    await server.giveBack()
  }
}

async function reset(email: string, { publicUrl }: Settings): Promise<string> {
  if ((await pendingMigrations(sqlPool())).length > 0)
    throw new Stop('The database is not up to date: start the desk once, then try again.')
  const { token, expiresAt, name } = await makePasswordLinkOnServer(email).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found')
      throw new Stop(`Nobody with access to this desk has the address ${email}.`)
    throw error
  })
  const until = expiresAt.toISOString().replace('T', ' ').slice(0, 16)
  return `${name} sets a new password here, once, until ${until} UTC:\n${passwordAddress(publicUrl, token)}\n`
}

process.chdir(path.dirname(import.meta.dirname))
await orStop(
  async () => {
    const email = readCall(process.argv.slice(2))
    if (fs.existsSync('.env')) process.loadEnvFile('.env')
    const config = settings()
    try {
      process.stdout.write(await withDatabase(config, () => reset(email, config)))
    } finally {
      await closeDatabase()
    }
  },
  (error) => (error instanceof Unusable ? 2 : 1),
)
