import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { closeDatabase } from '@/prisma/client'
import { startDeliveries } from '@/domain/delivery/worker'
import { storeMissingSentences } from '@/domain/sentence/commands'
import { loadDemo, type DemoFacts } from '@/prisma/demo/load'
import { startDatabaseServer, type DatabaseServer } from '@/services/database-server'
import { takeConsole } from '@/services/log'
import { databaseProblem, migrate, serverProblem } from '@/services/migrate'
import { settings, type Settings } from '@/services/settings'
import { firstAdminAddress } from '@/services/setup'
import { listen } from './listen'
import { takeLock } from './lib/lock.mjs'
import { endOnSignal } from './ending'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The key that signs sessions: the one that was set, else one made at the first start and kept. */
function sessionSecret({ secret, dataDir }: Settings): string {
  if (secret) return secret
  const file = path.join(dataDir, 'secret')
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}

const UNREACHED: Record<string, string> = {
  ECONNREFUSED: 'does not answer: is it running, and is the address right?',
  ENOTFOUND: 'is on a machine that cannot be found: is the address right?',
  ETIMEDOUT: 'does not answer: is the address right?',
  '28P01': 'refuses the user or the password.',
  '28000': 'refuses the user or the password.',
  '3D000': 'is not there: create it first.',
}

/** Brings a database up to date, unless the desk could not work on it. */
async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const unfit = await serverProblem(client)
    if (unfit) throw new Error(unfit.message)
    const applied = await migrate(url)
    if (applied.length) say(`Prepared the database: ${applied.join(', ')}`)
    const problem = await databaseProblem(client)
    if (problem) throw new Error(problem.message)
  } catch (error) {
    const reason = UNREACHED[(error as NodeJS.ErrnoException).code ?? '']
    throw reason ? new Error(`The database of DATABASE_URL ${reason}`) : error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function tellDemo({ url, accounts, token }: DemoFacts) {
  say(`\nFactdesk is ready: ${url}\n`)
  for (const [role, { email, password }] of Object.entries(accounts))
    say(`  ${role.padEnd(8)} ${email}  ${password}`)
  say(`\n  API token (the editor's): ${token}`)
}

function tellSetup(url: string, setup: string | null) {
  say(`\nFactdesk is ready: ${url}`)
  if (setup) say(`\n  Make the first admin here; the address works once: ${setup}`)
}

/**
 * Starts all there is to the desk, in this one process, and ends all of it at Ctrl-C, also in the middle of starting.
 * @throws an error whose message is for whoever started it; by then all that was started is ended
 */
export async function start({ demo }: { demo: boolean }): Promise<void> {
  takeConsole()
  const config = settings()
  fs.mkdirSync(config.dataDir, { recursive: true })
  fs.accessSync(config.dataDir, fs.constants.W_OK)
  const unlock = await takeLock(
    path.join(config.dataDir, 'running'),
    (pid) => `The desk is running here already, as process ${pid}: stop it first.`,
  )
  await endOnSignal(async (alsoEnd, goOn) => {
    alsoEnd(unlock)
    const doors = await listen(config)
    alsoEnd(doors.close)
    goOn()
    if (!config.databaseUrl) {
      say('Starting the database …')
      const own: DatabaseServer = await startDatabaseServer(config.dataDir)
      alsoEnd(own.stop)
      goOn()
      process.env.DATABASE_URL = own.url
    }
    alsoEnd(closeDatabase)
    await prepareDatabase(process.env.DATABASE_URL ?? '')
    goOn()
    await storeMissingSentences((done) => say(`Reading the sentences of earlier articles … ${done}`))
    goOn()
    process.env.NEXTAUTH_URL ||= config.publicUrl
    process.env.NEXTAUTH_SECRET = sessionSecret(config)
    const facts = demo ? await loadDemo({ url: config.publicUrl, dataDir: config.dataDir }) : null
    const setup = demo ? null : await firstAdminAddress(config.publicUrl)
    goOn()
    await doors.open()
    alsoEnd(startDeliveries().stop)
    goOn()
    if (facts) tellDemo(facts)
    else tellSetup(config.publicUrl, setup)
    say('\nCtrl-C stops it.')
  })
}
