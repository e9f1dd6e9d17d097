import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { binaries, systemUser, type SystemUser } from './postgres-binaries'

export type DatabaseServer = { url: string; port: number; stop: () => Promise<void> }

/** The embedded server could not be had; `message` is one sentence for whoever started the desk. */
export class DatabaseServerError extends Error {}

const START_MS = 60_000
const LOCALES = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8']
const RETRIED = /shared memory block|lock file .* (already )?exists|is the database system starting up/

type Home = {
  /** Holds the cluster, its log, its port; the server's user owns it. */
  dir: string
  bin: string
  user: SystemUser | null
}

const asUser = (user: SystemUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})

/** Whether a stranger may pass through every folder above `target`. */
function isReachable(target: string): boolean {
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    if (fs.existsSync(dir) && (fs.statSync(dir).mode & 0o001) === 0) return false
    if (dir === path.dirname(dir)) return true
  }
}

/**
 * Where the cluster and the programs lie. PostgreSQL refuses to run as root, so there it runs as a system user; where
 * that user cannot come (a clone in a closed home), both move to a place it can reach.
 */
function findHome(dataDir: string): Home {
  const native = binaries()
  const isRoot = process.getuid?.() === 0
  if (!isRoot) return { dir: path.join(dataDir, 'postgres'), bin: path.join(native, 'bin'), user: null }
  const user = systemUser()
  const here = isReachable(dataDir)
  const base = here
    ? path.join(dataDir, 'postgres')
    : path.join('/var/lib/factdesk', createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
  let bin = path.join(native, 'bin')
  if (!isReachable(bin)) {
    const copy = path.join(
      '/var/lib/factdesk',
      `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 16)}`,
    )
    if (!fs.existsSync(path.join(copy, 'bin/postgres')))
      fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    bin = path.join(copy, 'bin')
  }
  return { dir: base, bin, user }
}

function give(target: string, user: SystemUser | null) {
  if (user) fs.chownSync(target, user.uid, user.gid)
}

function makeCluster(home: Home, cluster: string, password: string) {
  const pwfile = path.join(home.dir, 'initdb-password')
  fs.writeFileSync(pwfile, password, { mode: 0o600 })
  give(pwfile, home.user)
  let said = ''
  try {
    for (const locale of LOCALES) {
      fs.rmSync(cluster, { recursive: true, force: true })
      const made = spawnSync(
        path.join(home.bin, 'initdb'),
        [
          '-D',
          cluster,
          '-U',
          'factdesk',
          '--pwfile',
          pwfile,
          '-A',
          'scram-sha-256',
          '--encoding=UTF8',
          `--locale=${locale}`,
        ],
        { ...asUser(home.user), cwd: home.dir, encoding: 'utf8', env: { ...process.env, LC_ALL: locale } },
      )
      if (made.status === 0) return
      said = `${made.stderr ?? ''}${made.error?.message ?? ''}`
      if (!/locale/i.test(said)) break
    }
  } finally {
    fs.rmSync(pwfile, { force: true })
  }
  if (/No space left/.test(said))
    throw new DatabaseServerError('The disk is full: the database could not be made.')
  throw new DatabaseServerError(`The database could not be made: ${said.trim().split('\n').at(-1)}`)
}

function freePort(wanted?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)))
    probe.listen(wanted ?? 0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return os.platform() !== 'linux'
  }
}

type Running = { pid: number; port: number }

/** The server that a `postmaster.pid` speaks of, if it still runs. The file outlives a kill -9. */
function runningServer(cluster: string): Running | null {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 && isPostgres(pid) ? { pid, port: Number(lines[3]) } : null
  } catch {
    return null
  }
}

const urlOf = (port: number, password: string, database: string) =>
  `postgresql://factdesk:${password}@127.0.0.1:${port}/${database}`

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const lastLines = (file: string) => {
  try {
    return fs.readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n')
  } catch {
    return ''
  }
}

async function launch(home: Home, cluster: string, port: number, password: string): Promise<number> {
  const logFile = path.join(home.dir, 'postgres.log')
  const deadline = Date.now() + START_MS
  for (;;) {
    fs.rmSync(logFile, { force: true })
    const log = fs.openSync(logFile, 'a')
    const child = spawn(
      path.join(home.bin, 'postgres'),
      [
        '-D',
        cluster,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ],
      { ...asUser(home.user), cwd: home.dir, detached: true, stdio: ['ignore', log, log] },
    )
    fs.closeSync(log)
    child.on('error', () => undefined)
    child.unref()
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      if (await answers(urlOf(port, password, 'postgres'))) return child.pid ?? 0
      await pause(50)
    }
    const said = lastLines(logFile)
    if (/No space left/.test(said))
      throw new DatabaseServerError('The disk is full: the database could not start.')
    if (!RETRIED.test(said) || Date.now() > deadline)
      throw new DatabaseServerError(
        `The database did not start: ${said.split('\n').at(-1) ?? ''} (see ${logFile})`,
      )
    await pause(500)
  }
}

async function ensureDatabase(port: number, password: string, name: string) {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function keptPassword(home: Home): string | null {
  try {
    return fs.readFileSync(path.join(home.dir, 'password'), 'utf8').trim() || null
  } catch {
    return null
  }
}

async function endServer(pid: number) {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 50) await pause(50)
}

/**
 * Starts the PostgreSQL that comes with the desk, making its cluster at the first time, or adopts the one that an
 * earlier desk left running when it was killed. It listens on 127.0.0.1 alone and asks for a random password.
 * @param dataDir absolute folder; the cluster lies in `postgres` below it where the server's user can reach it
 * @throws DatabaseServerError
 */
export async function startDatabaseServer(dataDir: string, database = 'factdesk'): Promise<DatabaseServer> {
  const home = findHome(dataDir)
  fs.mkdirSync(home.dir, { recursive: true })
  if (home.user) fs.chmodSync(path.dirname(home.dir), 0o711)
  give(home.dir, home.user)
  const cluster = path.join(home.dir, 'cluster')
  let password = keptPassword(home)
  if (!password || !fs.existsSync(path.join(cluster, 'PG_VERSION'))) {
    password = randomBytes(24).toString('base64url')
    makeCluster(home, cluster, password)
    fs.writeFileSync(path.join(home.dir, 'password'), password, { mode: 0o600 })
  }
  const running = runningServer(cluster)
  let { pid, port } = running ?? { pid: 0, port: 0 }
  for (
    let waited = 0;
    running && waited < START_MS && !(await answers(urlOf(port, password, 'postgres')));
    waited += 250
  ) {
    await pause(250)
    if (!isAlive(pid)) pid = 0
    if (pid === 0) break
  }
  if (pid === 0) {
    fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
    const portFile = path.join(home.dir, 'port')
    const wanted = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : undefined
    port = await freePort(wanted || undefined)
    pid = await launch(home, cluster, port, password)
    fs.writeFileSync(portFile, String(port))
  }
  await ensureDatabase(port, password, database)
  return { port, url: urlOf(port, password, database), stop: () => endServer(pid) }
}
