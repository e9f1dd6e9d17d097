import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { findHome } from '@/services/postgres-home'
import { runningServer } from '@/services/postgres-process'

const read = (file: string) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The desk's own process, below its supervisor: the child that is not the database server. */
export function deskProcess(supervisor: number): number | null {
  for (const name of fs.readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? read(`/proc/${name}/status`) : ''
    if (!new RegExp(`^PPid:\\s+${supervisor}$`, 'm').test(status)) continue
    if (read(`/proc/${name}/cmdline`).includes('serve.mjs')) return Number(name)
  }
  return null
}

/** Resident memory of a process, in MB. */
export const memoryOf = (pid: number): number =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024)

/** The first process of the embedded database; null when it is not running. */
export const postmaster = (dataDir: string): number | null =>
  runningServer(findHome(dataDir).cluster)?.pid ?? null

/** A connection that does not belong to the desk. */
export function connectBeside(dataDir: string): pg.Client {
  const home = findHome(dataDir)
  const password = fs.readFileSync(path.join(home.dir, 'password'), 'utf8').trim()
  const port = runningServer(home.cluster)?.port ?? 0
  return new pg.Client({ host: '127.0.0.1', port, user: 'factdesk', password, database: 'factdesk' })
}
