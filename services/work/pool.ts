import os from 'node:os'
import path from 'node:path'
import { Tinypool } from 'tinypool'
import { runWithin, TimeIsOver } from './run-within'
import { WorkError } from './work-error'

export type Limits = {
  running: number
  /** How many tasks may wait for a running one. */
  waiting: number
  /** From request to result. */
  milliseconds: number
  /** Of a thread's JavaScript heap. */
  megabytes: number
}

const YOUNG_MB = 16
/** A thread takes a second or two to start, so an idle one is kept for a while. */
const IDLE_MS = 600_000

export const LIMITS: Limits = {
  running: Math.max(1, Math.min(2, os.availableParallelism() - 1)),
  waiting: 16,
  milliseconds: 25_000,
  megabytes: 144,
}

/**
 * Threads that run the default export of `file`, a path below the desk's folder. One starts at once, others on
 * demand.
 */
export function openThreads(file: string, { running, waiting, megabytes }: Omit<Limits, 'milliseconds'>) {
  const threads = new Tinypool({
    // The desk starts in its own folder, wherever its bundles lie.
    filename: path.join(process.cwd(), file),
    runtime: 'worker_threads',
    // A dead thread is restarted for waiting tasks, but only up to the minimum number.
    minThreads: 1,
    maxThreads: running,
    maxQueue: waiting,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG_MB },
    execArgv: [],
    // None of the desk's settings and secrets.
    env: { PATH: process.env.PATH ?? '' },
  })
  // The caller gets a rejection; an error in an idle thread ends only that thread.
  threads.on('error', () => undefined)
  return threads
}

function reasonOf(error: unknown): WorkError['reason'] {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'memory'
  return /\bqueue\b/i.test(String(message)) ? 'busy' : 'failed'
}

/**
 * Runs one task in a thread of the pool.
 * @throws WorkError
 */
export async function runIn(threads: Tinypool, task: unknown, milliseconds: number): Promise<unknown> {
  try {
    return await runWithin(threads, task, milliseconds)
  } catch (error) {
    if (error instanceof TimeIsOver) throw new WorkError('timeout')
    throw new WorkError(reasonOf(error), error)
  }
}

const holder = globalThis as typeof globalThis & { factdeskThreads?: Map<string, Tinypool> }

/** Ends all threads and their tasks at once. */
export async function closeThreads(): Promise<void> {
  const pools = [...(holder.factdeskThreads?.values() ?? [])]
  holder.factdeskThreads = undefined
  await Promise.all(pools.map((threads) => threads.destroy()))
}

/**
 * Runs a task in the file's one pool. The pool hangs on `globalThis`, because pages and HTTP API are bundled
 * separately.
 */
export function runInThread(file: string, task: unknown): Promise<unknown> {
  const pools = (holder.factdeskThreads ??= new Map<string, Tinypool>())
  const threads = pools.get(file) ?? openThreads(file, LIMITS)
  pools.set(file, threads)
  return runIn(threads, task, LIMITS.milliseconds)
}

/** How many threads there are, and how many tasks wait for one. */
export const threadUse = (): { workers: number; waiting: number } =>
  [...(holder.factdeskThreads?.values() ?? [])].reduce(
    (sum, { threads, queueSize }) => ({
      workers: sum.workers + threads.length,
      waiting: sum.waiting + queueSize,
    }),
    { workers: 0, waiting: 0 },
  )
