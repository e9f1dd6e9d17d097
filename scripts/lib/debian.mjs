import fs from 'node:fs'
import { run } from './run.mjs'
import { say } from './say.mjs'

/**
 * Installs a Debian package, when this is Debian and we have permission.
 * @returns {Promise<boolean>} whether it was installed
 */
export async function installFromDebian(name, what) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false
  say(`Installing ${what} for the tests …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '-y', name], { env, what: `installing ${what}` })
  return true
}
