import fs from 'node:fs'
import path from 'node:path'
import { Stop } from './say.mjs'

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whether a number is one of our own processes: after a kill -9 it may have become another program's. */
function isOurs(pid) {
  try {
    return /start\.mjs|test\.mjs|vitest/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

function holder(file) {
  const pid = Number(fs.readFileSync(file, 'utf8'))
  return pid > 0 && isAlive(pid) && isOurs(pid) ? pid : null
}

/**
 * Lets one process at a time do something. A lock left by a killed process does not hold.
 * @param {string} file holds the process's number; its folder is made
 * @param {(pid: number) => string} refusal the sentence for whoever comes second
 * @returns {() => void} gives the lock up again
 */
export function takeLock(file, refusal) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  // Written whole under another name and linked: no other start can see a lock without its number.
  const mine = `${file}.${process.pid}`
  try {
    fs.writeFileSync(mine, String(process.pid))
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        fs.linkSync(mine, file)
        return () => fs.rmSync(file, { force: true })
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
        const pid = holder(file)
        if (pid) throw new Stop(refusal(pid))
        fs.rmSync(file, { force: true })
      }
    }
    throw new Stop(refusal(Number(fs.readFileSync(file, 'utf8'))))
  } finally {
    fs.rmSync(mine, { force: true })
  }
}
