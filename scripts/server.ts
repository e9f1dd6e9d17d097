import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { closeDatabase } from '@/prisma/client'
import { startDeliveries } from '@/domain/delivery/worker'
import { startMail } from '@/domain/mail/worker'
import { startLive } from '@/domain/live/worker'
import { startReminders } from '@/domain/question/reminders/worker'
import { startNotices } from '@/domain/notice/worker'
import { startRetention } from '@/domain/retention/worker'
import { storeMissingSentences } from '@/domain/sentence/commands'
import { loadDemo, type DemoFacts } from '@/scripts/demo/load'
import { thingsToTry } from '@/scripts/demo/tell'
import { startDatabaseServer, stopDatabaseServer } from '@/services/database-server'
import type { ServerOptions } from '@/services/postgres-process'
import { watchDatabase } from '@/services/database-watch'
import { databaseProblem, migrate, MigrationError, serverProblem } from '@/services/migrate'
import { log, logFault, takeConsole } from '@/services/log'
import { settings, SettingsError, type Settings } from '@/services/settings'
import { sayStopping } from '@/services/stopping'
import { startTracing } from '@/services/tracing'
import { closeThreads } from '@/services/work/pool'
import { firstAdminAddress } from '@/services/setup'
import { answering, type Answer } from './answer'
import { listen } from './listen'
import { takeLock } from './lib/lock.mjs'
import { Stop } from './lib/say.mjs'
import { ENDING_MS, endOnSignal } from './ending'

/** How long connection pools may take to end. */
const POOLS_MS = 5_000

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The key that signs sessions: the configured one, else one made at the first start and kept. */
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

/** Migrates a database, unless the desk cannot work on it. */
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

function tellDemo({ url, accounts, token }: DemoFacts, toTry: string[]) {
  say(`\nFactdesk is ready: ${url}\n`)
  for (const [role, { email, password }] of Object.entries(accounts))
    say(`  ${role.padEnd(8)} ${email}  ${password}`)
  say(`\n  API token (the editor's): ${token}`)
  if (toTry.length === 0) return
  say('\nFive things to try, as the editor:')
  for (const [index, one] of toTry.entries()) say(`  ${index + 1}. ${one}`)
}

function tellSetup(url: string, setup: string | null) {
  say(`\nFactdesk is ready: ${url}`)
  if (setup) say(`\n  Make the first admin here; the address works once: ${setup}`)
}

const runningAlready = (pid: number) => `The desk is running here already, as process ${pid}: stop it first.`

const lockOf = (dataDir: string) => path.join(dataDir, 'running')

/** The embedded server: its address, how to restart it after it dies, and how to end it. */
async function ownDatabase(dataDir: string, options: ServerOptions) {
  const start = () => startDatabaseServer(dataDir, undefined, options)
  let current = await start()
  process.env.DATABASE_URL = current.url
  return {
    bringBack: async () => {
      const before = current.url
      current = await start()
      process.env.DATABASE_URL = current.url
      // Another program may have taken its port.
      if (current.url !== before) await closeDatabase()
    },
    // Also ends a server that is still starting.
    stop: () => stopDatabaseServer(dataDir),
  }
}

type Start = {
  demo: boolean
  /** True after a crash of the desk's process: messages of the first start are not repeated. */
  again?: boolean
  /** For a desk whose data nobody needs after the machine crashes, as in the browser tests. */
  forgetful?: boolean
  onReady?: () => void
  /** During development, replaces the answering code that the desk was started with. */
  renewed?: (config: Settings) => Answer
}

function startOwn({ dataDir }: Settings, options: ServerOptions) {
  say('Starting the database …')
  return ownDatabase(dataDir, options)
}

/** Connections still in use close when the server ends. */
const closeDatabaseSoon = () => Promise.race([closeDatabase(), pause(POOLS_MS, undefined, { ref: false })])

/** Ends the database server of a desk whose process died and is not restarted. */
export async function endLeftovers(): Promise<void> {
  const { databaseUrl, dataDir } = settings()
  if (databaseUrl) return
  const unlock = await takeLock(lockOf(dataDir), runningAlready)
  try {
    await stopDatabaseServer(dataDir)
  } finally {
    unlock()
  }
}

/** Ends several things at once; none of them waits for another or suffers from its fault. */
const together = async (ends: (() => Promise<void>)[]) =>
  void (await Promise.allSettled(ends.map((end) => end())))

/** Says that the desk is not ready any more, and gives those in front of it time to hear of it. */
async function leaveService({ stopDelayMs }: Settings): Promise<void> {
  sayStopping()
  await pause(stopDelayMs)
}

const TO_BE_MENDED = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])

/** Whether the operator has to fix something before another start can succeed. */
export function mustBeMended(error: unknown): boolean {
  if (error instanceof Stop || error instanceof SettingsError || error instanceof MigrationError) return true
  return TO_BE_MENDED.has((error as NodeJS.ErrnoException | null)?.code ?? '')
}

/**
 * Starts the whole desk in this one process, and ends it at Ctrl-C, also during the start.
 * @throws an error with a message for the operator; everything started has ended by then
 */
export async function start({ demo, again = false, forgetful, onReady, renewed }: Start): Promise<void> {
  // During development, Next's messages are for the developer.
  if (!renewed) takeConsole()
  const config = settings()
  fs.mkdirSync(config.dataDir, { recursive: true })
  fs.accessSync(config.dataDir, fs.constants.W_OK)
  const unlock = await takeLock(lockOf(config.dataDir), runningAlready)
  // An unawaited promise failed, usually in one request: the other requests go on.
  process.on('unhandledRejection', (reason) => logFault(reason, 'process'))
  const ending = {
    tell: (error: unknown) => log.fatal({ err: error }, 'An error that nobody caught: the desk ends'),
    boundMs: config.stopDelayMs + ENDING_MS,
  }
  await endOnSignal(async (alsoEnd, goOn) => {
    alsoEnd(unlock)
    const tracing = await startTracing()
    if (tracing) alsoEnd(tracing.stop)
    const doors = await listen(config, (renewed ?? answering)(config), Boolean(renewed))
    alsoEnd(doors.close)
    goOn()
    const own = config.databaseUrl ? null : await startOwn(config, { forgetful })
    if (own) alsoEnd(own.stop)
    goOn()
    alsoEnd(closeDatabaseSoon)
    await prepareDatabase(process.env.DATABASE_URL ?? '')
    goOn()
    await storeMissingSentences((done) => say(`Reading the sentences of earlier articles … ${done}`))
    goOn()
    if (config.isBehindProxy) process.env.NEXTAUTH_URL = config.publicUrl
    process.env.NEXTAUTH_URL ||= config.publicUrl
    process.env.NEXTAUTH_SECRET = sessionSecret(config)
    const facts = demo && !again ? await loadDemo({ url: config.publicUrl, dataDir: config.dataDir }) : null
    const setup = demo || again ? null : await firstAdminAddress(config.publicUrl)
    goOn()
    await doors.open()
    const watch = watchDatabase({ url: () => process.env.DATABASE_URL ?? '', bringBack: own?.bringBack })
    alsoEnd(watch.stop)
    alsoEnd(closeThreads)
    const workers = [startDeliveries(), startReminders(), startMail(), startNotices(), startRetention()]
    // Requests and jobs under way end at the same time, before what both need.
    alsoEnd(() => together([doors.close, ...workers.map(({ stop }) => stop)]))
    // Ends before the doors, because its answers would never end by themselves.
    alsoEnd(startLive(() => config.databaseListenUrl ?? process.env.DATABASE_URL ?? '').stop)
    alsoEnd(() => leaveService(config))
    goOn()
    onReady?.()
    if (again) return void say('The desk is ready again.')
    if (facts) tellDemo(facts, await thingsToTry(facts.url))
    else tellSetup(config.publicUrl, setup)
    say('\nCtrl-C stops it.')
  }, ending)
}
