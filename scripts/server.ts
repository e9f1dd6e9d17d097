import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { closeDatabase } from '@/prisma/client'
import { loadDemo, type DemoFacts } from '@/prisma/demo/load'
import { startDatabaseServer, type DatabaseServer } from '@/services/database-server'
import { databaseProblem, migrate } from '@/services/migrate'
import { settings, type Settings } from '@/services/settings'
import { firstAdminAddress } from '@/services/setup'
import { listen } from './listen'
import { takeLock } from './lock'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The key that signs sessions: the one that was set, else one made at the first start and kept. */
function sessionSecret({ secret, dataDir }: Settings): string {
  if (secret) return secret
  const file = path.join(dataDir, 'secret')
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}

async function readyDatabase(config: Settings): Promise<{ url: string; own: DatabaseServer | null }> {
  if (!config.databaseUrl) say('Starting the database …')
  const own = config.databaseUrl ? null : await startDatabaseServer(config.dataDir)
  const url = config.databaseUrl ?? own?.url ?? ''
  try {
    const applied = await migrate(url)
    if (applied.length) say(`Prepared the database: ${applied.join(', ')}`)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const problem = await databaseProblem(client).finally(() => client.end())
    if (problem) throw new Error(problem.message)
    return { url, own }
  } catch (error) {
    await own?.stop()
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED')
      throw new Error(
        'The database of DATABASE_URL does not answer: is it running, and is the address right?',
      )
    throw error
  }
}

function tellDemo({ url, accounts, token }: DemoFacts) {
  say(`\nFactdesk is ready: ${url}\n`)
  for (const [role, { email, password }] of Object.entries(accounts))
    say(`  ${role.padEnd(8)} ${email}  ${password}`)
  say(`\n  API token (the editor's): ${token}`)
}

/** Starts all there is to the desk, in this one process, and ends all of it at Ctrl-C. */
export async function start({ demo }: { demo: boolean }): Promise<void> {
  const config = settings()
  fs.mkdirSync(config.dataDir, { recursive: true })
  fs.accessSync(config.dataDir, fs.constants.W_OK)
  const unlock = takeLock(path.join(config.dataDir, 'running'))
  let own: DatabaseServer | null = null
  let close: (() => Promise<void>) | null = null
  let ending = false
  const end = async (code: number) => {
    if (ending) process.exit(1)
    ending = true
    await close?.().catch(() => undefined)
    await closeDatabase().catch(() => undefined)
    await own?.stop().catch(() => undefined)
    unlock()
    process.exit(code)
  }
  process.on('SIGINT', () => void end(0))
  process.on('SIGTERM', () => void end(0))
  try {
    const database = await readyDatabase(config)
    own = database.own
    process.env.DATABASE_URL = database.url
    process.env.NEXTAUTH_URL ??= config.publicUrl
    process.env.NEXTAUTH_SECRET = sessionSecret(config)
    close = await listen(config)
    if (demo) {
      tellDemo(await loadDemo({ url: config.publicUrl, dataDir: config.dataDir }))
    } else {
      const setup = await firstAdminAddress(config.publicUrl)
      say(`\nFactdesk is ready: ${config.publicUrl}`)
      if (setup) say(`\n  Make the first admin here; the address works once: ${setup}`)
    }
    say('\nCtrl-C stops it.')
  } catch (error) {
    await close?.().catch(() => undefined)
    await closeDatabase().catch(() => undefined)
    await own?.stop().catch(() => undefined)
    unlock()
    throw error
  }
}
