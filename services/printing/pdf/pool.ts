import path from 'node:path'
import { Tinypool } from 'tinypool'
import { PrintingError } from './printing-error'

export type TypesetTask = { data: string; created: number }
export type Limits = { running: number; waiting: number; milliseconds: number }

const LIMITS: Limits = { running: 2, waiting: 16, milliseconds: 20_000 }
const IDLE_MS = 60_000
/** Of the process's JavaScript; what the typesetter itself takes is bounded by the time it gets. */
const HEAP_MB = 256

/** Processes that set reports, started when asked and ended when idle. */
export function openPool({ running, waiting }: Omit<Limits, 'milliseconds'>): Tinypool {
  return new Tinypool({
    // The desk is started in its own folder, wherever bundles of it lie.
    filename: path.join(process.cwd(), 'services/printing/pdf/worker.mjs'),
    runtime: 'child_process',
    minThreads: 0,
    maxThreads: running,
    maxQueue: waiting,
    idleTimeout: IDLE_MS,
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
  })
}

/** An error of another process comes as a plain object. */
function messageOf(error: unknown): string {
  const known = typeof error === 'object' && error !== null && 'message' in error
  return String(known ? error.message : error)
}

/** @throws PrintingError */
export async function setIn(pool: Tinypool, task: TypesetTask, milliseconds: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(milliseconds)
  try {
    return Buffer.from((await pool.run(task, { signal })) as string, 'base64')
  } catch (error) {
    if (signal.aborted) throw new PrintingError('timeout')
    const why = messageOf(error)
    throw new PrintingError(/\bqueue\b/i.test(why) ? 'busy' : 'failed', why)
  }
}

const holder = globalThis as typeof globalThis & { factdeskPrinting?: Tinypool }

/** In the one pool of this process: it hangs on `globalThis` since pages and HTTP API are bundled apart. */
export function setInProcess(task: TypesetTask): Promise<Uint8Array> {
  holder.factdeskPrinting ??= openPool(LIMITS)
  return setIn(holder.factdeskPrinting, task, LIMITS.milliseconds)
}
