import { spawn } from 'node:child_process'
import { say, Stop } from './say.mjs'

const SIGN_OF_LIFE_MS = 15_000

/** Running child processes end with us, even when a signal reaches us alone and not the whole terminal. */
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM'])
  process.prependListener(signal, () => {
    if (running.size === 0) {
      // Another listener may decide. Without one, we exit as a program without a handler does.
      if (process.listenerCount(signal) === 1) process.exit(signal === 'SIGINT' ? 130 : 143)
      return
    }
    for (const child of running) child.kill(signal)
    process.exitCode = signal === 'SIGINT' ? 130 : 143
    Promise.all([...running].map((child) => new Promise((done) => child.once('close', done)))).then(() =>
      process.exit(),
    )
  })

/**
 * Runs a command to its end and shows its output only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: Record<string, string>, show?: boolean, what?: string}} [options] `show`: pass its output through;
 * `what`: a name to print now and then while a long command runs
 * @returns {Promise<string>} its output
 */
export function run(command, args, { env = {}, show = false, what } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...env },
    })
    running.add(child)
    const from = Date.now()
    const life = what
      ? setInterval(
          () => say(`  … still ${what} (${Math.round((Date.now() - from) / 1000)} s)`),
          SIGN_OF_LIFE_MS,
        )
      : undefined
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    const ended = () => {
      clearInterval(life)
      running.delete(child)
    }
    child.on('error', (error) => {
      ended()
      reject(error)
    })
    child.on('close', (code) => {
      ended()
      if (code === 0) resolve(output)
      else reject(new Stop(`${output.trim()}\n${command} ${args.join(' ')} failed.`.trim()))
    })
  })
}
