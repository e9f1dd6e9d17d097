import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from './say.mjs'

/** From one sign of life to the next. */
const BEAT_MS = 1_000
/** How long a lock is watched for a sign of life when its holder cannot be seen from here. */
const WATCH_MS = 5 * BEAT_MS

/** What this process holds, by file. */
const held = new Set()

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * When a process began, in whatever words the system has for it; empty when there is no such process or no way to ask.
 * Field 22 of proc_pid_stat(5) counts from the start of the machine, in every pid namespace alike.
 */
function beganAt(pid) {
  if (process.platform === 'win32') return ''
  const stat = read(`/proc/${pid}/stat`)
  // The second field is the program's name in brackets, and may hold spaces and brackets itself.
  if (stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // One that has ended and was not collected by its parent keeps its number, for ever where nobody collects.
    return fields[0] === 'Z' ? '' : (fields[19] ?? '')
  }
  if (process.platform === 'linux') return ''
  return (spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim()
}

/** Where process numbers mean the same: one start of one machine and, in containers, one pid namespace of it. */
function place() {
  let namespace = ''
  try {
    namespace = fs.readlinkSync('/proc/self/ns/pid')
  } catch {
    // Only Linux has them.
  }
  return `${(read('/proc/sys/kernel/random/boot_id') ?? '').trim()} ${namespace}`
}

const ourselves = () => ({ pid: process.pid, began: beganAt(process.pid), place: place() })

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

/** Whether the very process that wrote a lock still runs, and no other that has its number by now. */
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

/** Whether a holder that cannot be seen from here, as in another container, gives a sign of life while we look. */
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

/** The number of whoever holds a lock; null when nobody does. */
async function holder(file) {
  const lock = parse(read(file) ?? '')
  if (!lock) return null
  const seen = lock.place === place()
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
 * Lets one process at a time do something. A lock left by a killed process does not hold, whichever process has its
 * number by now, also after a new start of the machine or in a new container on the same folder.
 * @param {string} file says who holds it; its folder is made
 * @param {(pid: number) => string} refusal the sentence for whoever comes second
 * @returns {Promise<() => void>} gives the lock up again
 */
export async function takeLock(file, refusal) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  // Written whole under another name and linked: no other start can see a lock without its holder.
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
        // Another start may have cleared it away and taken it while we looked.
        if (read(file) === found) fs.rmSync(file, { force: true })
      }
    }
    throw new Stop(refusal(parse(read(file) ?? '')?.pid ?? 0))
  } finally {
    fs.rmSync(mine, { force: true })
  }
}
