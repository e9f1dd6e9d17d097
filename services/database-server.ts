import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseServerError, findHome, type Home } from './postgres-home'
import {
  endServer,
  give,
  launch,
  makeCluster,
  runningServer,
  type Running,
  type ServerOptions,
} from './postgres-process'

export { DatabaseServerError } from './postgres-home'

/**
 * `stop` ends the server and waits. It sends the signal before its first wait, so it also works at the last moment.
 */
export type DatabaseServer = { url: string; port: number; stop: () => Promise<void> }

const ADOPT_MS = 60_000

/** `wanted` when it is free, else a port that the system chooses. */
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

const urlOf = (port: number, password: string, database = 'postgres') =>
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

async function ensureDatabase(port: number, password: string, name: string) {
  const client = new pg.Client({ connectionString: urlOf(port, password) })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** The cluster's password. The first call makes both, the password first, so that no cluster lacks one. */
async function ensureCluster(home: Home): Promise<string> {
  const file = path.join(home.dir, 'password')
  const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
  const there = fs.existsSync(home.cluster)
  if (there && kept) return kept
  if (there)
    throw new DatabaseServerError(
      `The password of the database in ${home.cluster} is missing: bring back the file ${file}, or move the folder away to begin anew.`,
    )
  const password = randomBytes(24).toString('base64url')
  fs.writeFileSync(file, password, { mode: 0o600 })
  await makeCluster(home, password)
  return password
}

/** Waits for a server that an earlier desk left; null when the server ends meanwhile. */
async function adopt(cluster: string, password: string): Promise<Running | null> {
  for (let waited = 0; waited < ADOPT_MS; waited += 250) {
    const running = runningServer(cluster)
    if (!running || (await answers(urlOf(running.port, password)))) return running
    await pause(250)
  }
  throw new DatabaseServerError(`The database server that runs on ${cluster} does not answer.`)
}

/** Saves the port for the next start. If that fails, as on a full disk, the next start takes another port. */
function keepPort(file: string, port: number, home: Home) {
  const part = `${file}.part`
  try {
    fs.writeFileSync(part, String(port))
    give(part, home.user)
    fs.renameSync(part, file)
  } catch {
    fs.rmSync(part, { force: true })
  }
}

async function startAnew(home: Home, password: string, options: ServerOptions): Promise<Running> {
  // No server runs on this cluster: the number in this file belongs to another process, which PostgreSQL cannot know.
  fs.rmSync(path.join(home.cluster, 'postmaster.pid'), { force: true })
  const portFile = path.join(home.dir, 'port')
  const wanted = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : undefined
  const port = await freePort(wanted || undefined)
  const pid = await launch(home, port, () => answers(urlOf(port, password)), options)
  if (port !== wanted) keepPort(portFile, port, home)
  return { pid, port }
}

/**
 * Starts the bundled PostgreSQL and makes its cluster the first time, or adopts the server of an earlier desk that
 * was killed. The server listens only on 127.0.0.1 and requires a random password.
 * @param dataDir absolute folder; the cluster lies in its subfolder `postgres`, or where its file `postgres-home`
 * says
 * @throws DatabaseServerError
 */
export async function startDatabaseServer(
  dataDir: string,
  database = 'factdesk',
  options: ServerOptions = {},
): Promise<DatabaseServer> {
  const home = findHome(dataDir)
  fs.mkdirSync(home.dir, { recursive: true })
  give(home.dir, home.user)
  const password = await ensureCluster(home)
  const { pid, port } = (await adopt(home.cluster, password)) ?? (await startAnew(home, password, options))
  const stop = () => endServer(pid, home.cluster)
  try {
    await ensureDatabase(port, password, database)
  } catch (error) {
    await stop()
    throw error
  }
  return { port, url: urlOf(port, password, database), stop }
}

/** Ends the server of a folder, if one runs, for a caller that stops a desk whose own process has gone. */
export async function stopDatabaseServer(dataDir: string): Promise<void> {
  const { cluster } = findHome(dataDir)
  const running = runningServer(cluster)
  if (running) await endServer(running.pid, cluster)
}

/**
 * Lends the server of a desk for a short while: the running one, else the same server, started.
 * @param alone called before a server starts, so that no desk starts it meanwhile; returns the function that releases
 * this hold
 * @returns its address, and `giveBack`, which leaves it as found; null when no cluster exists
 */
export async function borrowDatabaseServer(
  dataDir: string,
  alone: () => Promise<() => void>,
): Promise<{ url: string; giveBack: () => Promise<void> } | null> {
  const { cluster } = findHome(dataDir)
  if (!fs.existsSync(cluster)) return null
  if (runningServer(cluster))
    return { url: (await startDatabaseServer(dataDir)).url, giveBack: async () => undefined }
  const end = await alone()
  try {
    const { url, stop } = await startDatabaseServer(dataDir)
    return { url, giveBack: () => stop().finally(end) }
  } catch (error) {
    end()
    throw error
  }
}
