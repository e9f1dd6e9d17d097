import { fork } from 'node:child_process'
import { say } from './say.mjs'

/** A configuration fault that the operator has to fix, as in sysexits.h. */
export const TO_BE_MENDED = 78

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000
/** A process that ran this long is restarted without a delay for its past deaths. */
const WORKED_MS = 60_000
/** After this many deaths in a row, the supervisor prints advice. */
const MANY = 5
/** One Ctrl-C may arrive twice, from the terminal and from npm. */
const ONE_PRESS_MS = 1_000
/** The time that a process told to end at once may still take. */
const KILL_MS = 5_000

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** One life of the process: when it became ready and how it ended. */
function live(file, args, born) {
  return new Promise((resolve) => {
    const child = fork(file, args)
    let readyAt = 0
    child.on('message', (said) => {
      if (said === 'ready') readyAt = Date.now()
    })
    child.once('error', (error) => resolve({ code: 1, signal: null, readyAt, error }))
    child.once('exit', (code, signal) => resolve({ code, signal, readyAt }))
    born(child)
  })
}

/**
 * Runs a program as a child process and restarts it, with a growing delay, when it dies after saying `ready`. It does
 * not restart a process that ended in order (0), reports a fault to fix (78), or was never ready. When we stop, the
 * child gets the message `stop`, because Windows has no signals; when we die, its channel closes and tells it.
 * @param {string} file
 * @param {string[]} args later lives get `--again` as well
 * @param {{delayMs?: number, givenUp?: () => Promise<void>}} [options] `givenUp`: ends what a dead process left
 * behind when it is not restarted
 * @returns {Promise<number>} the exit code
 */
export async function supervise(
  file,
  args,
  { delayMs = FIRST_DELAY_MS, givenUp = async () => undefined } = {},
) {
  let asked = 0
  let child = null
  let wake = () => undefined
  const stop = () => {
    if (asked && Date.now() - asked <= ONE_PRESS_MS) return
    if (asked) setTimeout(() => child?.kill('SIGKILL'), KILL_MS).unref()
    asked ||= Date.now()
    if (child?.connected) child.send('stop', () => undefined)
    wake()
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  let delay = delayMs
  let deaths = 0
  for (let wasReady = false; ;) {
    const life = await live(file, wasReady ? [...args, '--again'] : args, (born) => (child = born))
    child = null
    wasReady ||= life.readyAt > 0
    if (life.code === 0) return 0
    if (asked || !wasReady || life.code === TO_BE_MENDED) {
      if (wasReady) await givenUp().catch(() => undefined)
      if (life.signal && !asked) process.stderr.write(`The desk died while it started (${life.signal}).\n`)
      return life.code === TO_BE_MENDED ? 1 : (life.code ?? 1)
    }
    if (life.readyAt && Date.now() - life.readyAt > WORKED_MS) {
      delay = delayMs
      deaths = 0
    }
    deaths += 1
    say(
      `The desk died (${life.signal ?? `exit code ${life.code}`}). It is started again in ${delay / 1000} s.`,
    )
    if (deaths >= MANY)
      say(
        `It has died ${deaths} times in a row: what it wrote before says why. Make room on the disk, give it memory, or stop it with Ctrl-C.`,
      )
    await new Promise((resolve) => {
      wake = resolve
      setTimeout(resolve, delay)
    })
    delay = Math.min(2 * delay, LONGEST_DELAY_MS)
    if (!asked) continue
    await givenUp().catch(() => undefined)
    return 0
  }
}
