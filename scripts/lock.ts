import fs from 'node:fs'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function holder(file: string): number | null {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'))
    return pid > 0 && pid !== process.pid && isAlive(pid) && isNode(pid) ? pid : null
  } catch {
    return null
  }
}

function isNode(pid: number): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs')
  } catch {
    return process.platform !== 'linux'
  }
}

/**
 * Lets one desk run on a data folder. A lock left by a killed process does not hold.
 * @returns what gives the lock up again
 */
export function takeLock(file: string): () => void {
  const pid = holder(file)
  if (pid) throw new Error(`The desk is running here already, as process ${pid}: stop it first.`)
  fs.writeFileSync(file, String(process.pid))
  return () => fs.rmSync(file, { force: true })
}
