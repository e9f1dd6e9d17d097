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

/** `stop` ends the server and waits; the signal is sent before the first wait, so it works in a last moment too. */
export type DatabaseServer = { url: string; port: number; stop: () => Promise<void> }

const ADOPT_MS = 60_000

/** `wanted` where it is free, else a port that the system chooses. */
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

/** The cluster's password; both are made at the first time, the password first, so that no cluster is without one. */
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

/** Waits for a server that an earlier desk left; null when it ends while we wait. */
async function adopt(cluster: string, password: string): Promise<Running | null> {
  for (let waited = 0; waited < ADOPT_MS; waited += 250) {
    const running = runningServer(cluster)
    if (!running || (await answers(urlOf(running.port, password)))) return running
    await pause(250)
  }
  throw new DatabaseServerError(`The database server that runs on ${cluster} does not answer.`)
}

/** Keeps the port for the next start; without it, as on a full disk, that one takes another. */
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
  // No server runs on this cluster: a number left in this file is another process's, which PostgreSQL cannot know.
  fs.rmSync(path.join(home.cluster, 'postmaster.pid'), { force: true })
  const portFile = path.join(home.dir, 'port')
  const wanted = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : undefined
  const port = await freePort(wanted || undefined)
  const pid = await launch(home, port, () => answers(urlOf(port, password)), options)
  if (port !== wanted) keepPort(portFile, port, home)
  return { pid, port }
}

/**
 * Starts the PostgreSQL that comes with the desk, making its cluster at the first time, or adopts the one that an
 * earlier desk left running when it was killed. It listens on 127.0.0.1 alone and asks for a random password.
 * @param dataDir absolute folder; the cluster lies in `postgres` below it, or where its file `postgres-home` says
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

/** Ends the server of a folder, if one runs: for whoever stops a desk whose own process is gone already. */
export async function stopDatabaseServer(dataDir: string): Promise<void> {
  const { cluster } = findHome(dataDir)
  const running = runningServer(cluster)
  if (running) await endServer(running.pid, cluster)
}

/**
 * The server of a desk for a short while: the one that runs, else the same started.
 * @param alone called before a server is started, so that no desk starts it meanwhile; answers with what ends that
 * @returns its address, and `giveBack`, which leaves it as it was found; null where no cluster was ever made
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
