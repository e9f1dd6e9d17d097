import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from './say.mjs'

/** Interval between two signs of life. */
const BEAT_MS = 1_000
/** How long to watch a lock for a sign of life when its holder's process is not visible from here. */
const WATCH_MS = 5 * BEAT_MS

/** The locks that this process holds, by file. */
const held = new Set()

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * The start time of a process, in the system's own format; empty when there is no such process or no way to ask.
 * Field 22 of proc_pid_stat(5) counts from the start of the machine, alike in every pid namespace.
 */
function beganAt(pid) {
  if (process.platform === 'win32') return ''
  const stat = read(`/proc/${pid}/stat`)
  // The second field is the program's name in brackets; the name may itself contain spaces and brackets.
  if (stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie, which its parent has not collected, keeps its number, possibly for ever.
    return fields[0] === 'Z' ? '' : (fields[19] ?? '')
  }
  if (process.platform === 'linux') return ''
  return (spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim()
}

/** Where process numbers are comparable: one boot of one machine and, in containers, one pid namespace. */
function processSpace() {
  let namespace = ''
  try {
    namespace = fs.readlinkSync('/proc/self/ns/pid')
  } catch {
    // Only Linux has these files.
  }
  return `${(read('/proc/sys/kernel/random/boot_id') ?? '').trim()} ${namespace}`
}

const ourselves = () => ({ pid: process.pid, began: beganAt(process.pid), place: processSpace() })

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function parse(written) {
  try {
    const { pid, began, place } = JSON.parse(written)
    return Number.isInteger(pid) && pid > 0 ? { pid, began, place } : null
  } catch {
    return null
  }
}

/** Whether the process that wrote a lock still runs, not another process with the same number. */
function runs(file, { pid, began }) {
  if (pid === process.pid && !held.has(file)) return false
  return isAlive(pid) && beganAt(pid) === began
}

const beatOf = (file) => {
  try {
    return fs.statSync(file).mtimeMs
  } catch {
    return null
  }
}

/** Whether an invisible holder, as in another container, gives a sign of life while we watch. */
async function beats(file) {
  const first = beatOf(file)
  for (let waited = 0; waited < WATCH_MS; waited += BEAT_MS / 4) {
    await pause(BEAT_MS / 4)
    const beat = beatOf(file)
    if (beat === null) return false
    if (beat !== first) return true
  }
  return false
}

/** The process number of a lock's holder; null when nobody holds it. */
async function holder(file) {
  const lock = parse(read(file) ?? '')
  if (!lock) return null
  const seen = lock.place === processSpace()
  return (seen ? runs(file, lock) : await beats(file)) ? lock.pid : null
}

function giveSignsOfLife(file) {
  const timer = setInterval(() => {
    const now = new Date()
    fs.utimes(file, now, now, () => undefined)
  }, BEAT_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Lets one process at a time do something. The lock of a killed process does not hold, even if another process has
 * its number by now, the machine has restarted, or a new container uses the same folder.
 * @param {string} file records the holder; its folder is created
 * @param {(pid: number) => string} refusal the sentence for a second process
 * @returns {Promise<() => void>} a function that releases the lock
 */
export async function takeLock(file, refusal) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  // Written whole under another name, then linked, so that no other start sees a lock without its holder.
  const mine = `${file}.${process.pid}`
  try {
    fs.rmSync(mine, { force: true })
    fs.writeFileSync(mine, JSON.stringify(ourselves()))
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        fs.linkSync(mine, file)
        held.add(file)
        const stop = giveSignsOfLife(file)
        return () => {
          stop()
          if (held.delete(file)) fs.rmSync(file, { force: true })
        }
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
        const found = read(file)
        const pid = await holder(file)
        if (pid) throw new Stop(refusal(pid))
        // Another start may have removed the lock and taken it while we watched.
        if (read(file) === found) fs.rmSync(file, { force: true })
      }
    }
    throw new Stop(refusal(parse(read(file) ?? '')?.pid ?? 0))
  } finally {
    fs.rmSync(mine, { force: true })
  }
}
