import { spawn } from 'node:child_process'
import { say, Stop } from './say.mjs'

const SIGN_OF_LIFE_MS = 15_000

/** What runs now ends with us, also when a signal reaches us alone and not the whole terminal. */
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM'])
  process.prependListener(signal, () => {
    if (running.size === 0) {
      // Whoever else listens decides; alone, we do what a signal does to a program that never heard of it.
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
 * Runs a command to its end; its output is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: Record<string, string>, show?: boolean, what?: string}} [options] `show`: its output is ours; `what`:
 * named from time to time while a long one works
 * @returns {Promise<string>} what it wrote
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
