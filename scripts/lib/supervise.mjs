import { fork } from 'node:child_process'
import { say } from './say.mjs'

/** As sysexits.h has it: something that whoever started the desk has to put right. */
export const TO_BE_MENDED = 78

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000
/** One that worked so long is started again as if it had never died. */
const WORKED_MS = 60_000
/** From so many deaths in a row on it is said what to do. */
const MANY = 5
/** One Ctrl-C may come twice, from the terminal and from npm. */
const ONE_PRESS_MS = 1_000
/** How long one that was told to end at once may still take. */
const KILL_MS = 5_000

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** One life of the process: when it became ready, how it ended. */
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
 * Runs a program as a process of its own and starts it again, with a growing delay, when it dies after it had said
 * `ready`. It is not started again when it stopped in order (0) or says that something has to be mended (78), or when it
 * never was ready. It is told `stop` when we are to stop, by a message, since Windows knows no signals; when we die, its
 * channel closes, by which it knows.
 * @param {string} file
 * @param {string[]} args those of later lives have `--again` beside them
 * @param {{delayMs?: number, givenUp?: () => Promise<void>}} [options] `givenUp`: ends what a process left that died
 * and is not started again
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
