import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { binaries, systemUser, type SystemUser } from './postgres-binaries'

/** The embedded server could not start; `message` is one sentence for the operator. */
export class DatabaseServerError extends Error {}

export type Home = {
  /** Holds the cluster, its password, its port and its log. The server's user owns it. */
  dir: string
  cluster: string
  /** Holds `initdb` and `postgres`. */
  bin: string
  /** The user that runs the server; null for the operator's own. */
  user: SystemUser | null
}

const ELSEWHERE = '/var/lib/factdesk'

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Whether any user may pass through every folder above `target`. */
function isReachable(target: string): boolean {
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    if (fs.existsSync(dir) && (fs.statSync(dir).mode & 0o001) === 0) return false
    if (dir === path.dirname(dir)) return true
  }
}

function makeElsewhere() {
  fs.mkdirSync(ELSEWHERE, { recursive: true })
  fs.chmodSync(ELSEWHERE, 0o711)
}

/** The folder of programs that the system user can run; a needed copy is made whole or not at all. */
function reachablePrograms(native: string): string {
  if (isReachable(path.join(native, 'bin'))) return path.join(native, 'bin')
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join(ELSEWHERE, `postgres-${shortHash(`${native}@${version}`)}`)
  if (!fs.existsSync(copy)) {
    makeElsewhere()
    const part = `${copy}.${process.pid}`
    try {
      fs.cpSync(native, part, { recursive: true, verbatimSymlinks: true })
      fs.renameSync(part, copy)
    } finally {
      fs.rmSync(part, { recursive: true, force: true })
    }
  }
  return path.join(copy, 'bin')
}

function pointedTo(pointer: string): string | null {
  return fs.existsSync(pointer) ? fs.readFileSync(pointer, 'utf8').trim() : null
}

function ownerOf(cluster: string): SystemUser | null {
  if (!fs.existsSync(cluster)) return null
  const { uid, gid } = fs.statSync(cluster)
  return uid === 0 ? null : { uid, gid }
}

/**
 * Decides where the cluster and the programs lie. PostgreSQL refuses to run as root, so it then runs as a system
 * user. When that user cannot reach the folder (a clone in a closed home), both move to a reachable place, and the
 * file `postgres-home` in `dataDir` names it. An existing cluster stays in its place and runs as its owner.
 * @throws DatabaseServerError when the owner of an existing cluster can no longer reach it
 */
export function findHome(dataDir: string): Home {
  const pointer = path.join(dataDir, 'postgres-home')
  const inside = path.join(dataDir, 'postgres')
  const dir = pointedTo(pointer) ?? inside
  const native = binaries()
  if (process.getuid?.() !== 0)
    return { dir, cluster: path.join(dir, 'cluster'), bin: path.join(native, 'bin'), user: null }

  const system = systemUser()
  const owner = ownerOf(path.join(dir, 'cluster'))
  const bin = reachablePrograms(native)
  if (owner && owner.uid !== system.uid) return { dir, cluster: path.join(dir, 'cluster'), bin, user: owner }
  if (isReachable(path.dirname(dir))) return { dir, cluster: path.join(dir, 'cluster'), bin, user: system }
  if (owner)
    throw new DatabaseServerError(
      `The database in ${dir} cannot be reached by the system user it runs as: let others pass through the folders above it (chmod o+x).`,
    )
  makeElsewhere()
  const moved = path.join(ELSEWHERE, shortHash(dataDir))
  fs.writeFileSync(pointer, `${moved}\n`)
  return { dir: moved, cluster: path.join(moved, 'cluster'), bin, user: system }
}
