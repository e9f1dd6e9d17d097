import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseServerError, type Home } from './postgres-home'
import type { SystemUser } from './postgres-binaries'

const START_MS = 60_000
const STOP_MS = 30_000
const GONE_MS = 1_000
const LOCALES = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8']
const RETRIED = /shared memory block|lock file .* (already )?exists|is the database system starting up/
const MAX_CONNECTIONS = 60

const asUser = (user: SystemUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})

/** Gives the server's user a file or folder that root has made. */
export function give(target: string, user: SystemUser | null) {
  if (user) fs.chownSync(target, user.uid, user.gid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function workingFolder(pid: number): string | null {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
  }
}

/** Whether a process is the server of this very cluster; its number alone may belong to another process by now. */
function serves(pid: number, cluster: string): boolean {
  if (!isAlive(pid) || !fs.existsSync(cluster)) return false
  const real = fs.realpathSync(cluster)
  if (workingFolder(pid) === real) return true
  const command = commandOf(pid)
  return command.includes('postgres') && (command.includes(cluster) || command.includes(real))
}

export type Running = { pid: number; port: number }

/** The server that `postmaster.pid` names, if it still runs. The file outlives a kill -9. */
export function runningServer(cluster: string): Running | null {
  const file = path.join(cluster, 'postmaster.pid')
  if (!fs.existsSync(file)) return null
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 && serves(pid, cluster) ? { pid, port: Number(lines[3]) } : null
}

async function initdb(home: Home, cluster: string, pwfile: string, locale: string) {
  const child = spawn(
    path.join(home.bin, 'initdb'),
    [
      ...['-D', cluster, '-U', 'factdesk', '--pwfile', pwfile, '-A', 'scram-sha-256'],
      ...['--encoding=UTF8', `--locale=${locale}`],
    ],
    { ...asUser(home.user), cwd: home.dir, env: { ...process.env, LC_ALL: locale } },
  )
  let said = ''
  child.stdout.resume()
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  child.once('error', (error) => (said += error.message))
  const [code] = (await once(child, 'close')) as [number | null]
  return { made: code === 0, said }
}

/**
 * Makes a cluster whole or not at all. It remakes an incomplete one, left by a killed start, and never replaces a
 * whole one.
 * @throws DatabaseServerError
 */
export async function makeCluster(home: Home, password: string): Promise<void> {
  const part = `${home.cluster}.part`
  const pwfile = path.join(home.dir, 'initdb-password')
  fs.writeFileSync(pwfile, password, { mode: 0o600 })
  give(pwfile, home.user)
  let said = ''
  try {
    for (const locale of LOCALES) {
      fs.rmSync(part, { recursive: true, force: true })
      const result = await initdb(home, part, pwfile, locale)
      if (result.made) return fs.renameSync(part, home.cluster)
      said = result.said
      if (!/locale/i.test(said)) break
    }
  } finally {
    fs.rmSync(pwfile, { force: true })
    fs.rmSync(part, { recursive: true, force: true })
  }
  if (/No space left/.test(said))
    throw new DatabaseServerError('The disk is full: the database could not be made.')
  throw new DatabaseServerError(`The database could not be made: ${said.trim().split('\n').at(-1)}`)
}

function lastLines(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n')
  } catch {
    return ''
  }
}

/** For data that nobody needs after the machine crashes, as in tests. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export type ServerOptions = { /** Writes do not wait for the disk. */ forgetful?: boolean }

function serverArguments(home: Home, port: number, { forgetful = false }: ServerOptions): string[] {
  const library = path.join(home.bin, '../lib/postgresql/pg_stat_statements.so')
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${MAX_CONNECTIONS}`,
    ...(forgetful ? FORGETFUL : []),
    ...(fs.existsSync(library) ? ['shared_preload_libraries=pg_stat_statements'] : []),
  ]
  return ['-D', home.cluster, '-p', String(port), ...options.flatMap((option) => ['-c', option])]
}

/**
 * Starts the server of a cluster and waits until it answers. The server is detached and outlives the desk.
 * @param answers whether the server accepts queries by now
 * @returns its process number
 * @throws DatabaseServerError
 */
export async function launch(
  home: Home,
  port: number,
  answers: () => Promise<boolean>,
  options: ServerOptions = {},
): Promise<number> {
  const logFile = path.join(home.dir, 'postgres.log')
  const deadline = Date.now() + START_MS
  for (;;) {
    fs.rmSync(logFile, { force: true })
    const log = fs.openSync(logFile, 'a')
    const child = spawn(path.join(home.bin, 'postgres'), serverArguments(home, port, options), {
      ...asUser(home.user),
      cwd: home.dir,
      detached: true,
      stdio: ['ignore', log, log],
    })
    fs.closeSync(log)
    let failure = ''
    child.on('error', (error) => (failure = error.message))
    child.unref()
    while (!failure && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      if (await answers()) return child.pid ?? 0
      await pause(50)
    }
    const said = failure || lastLines(logFile)
    if (/No space left/.test(said))
      throw new DatabaseServerError('The disk is full: the database could not start.')
    if (!RETRIED.test(said) || Date.now() > deadline)
      throw new DatabaseServerError(
        `The database did not start: ${said.split('\n').at(-1) ?? ''} (see ${logFile})`,
      )
    await pause(500)
  }
}

/**
 * Waits until a process has gone. A process that has released the cluster gets a moment more, because its number
 * stays forever where nobody collects orphans.
 */
async function waitForEnd(pid: number, cluster: string): Promise<boolean> {
  let left = STOP_MS
  for (; left > 0 && isAlive(pid); left -= 50) {
    if (!serves(pid, cluster)) left = Math.min(left, GONE_MS)
    await pause(50)
  }
  return !isAlive(pid) || !serves(pid, cluster)
}

/**
 * Shuts a cluster's server down in order; it sends the signal before its first wait. Does nothing when the server has
 * ended.
 */
export async function endServer(pid: number, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!serves(pid, cluster)) return
    process.kill(pid, signal)
    if (await waitForEnd(pid, cluster)) return
  }
}
