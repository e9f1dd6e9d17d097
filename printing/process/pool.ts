import path from 'node:path'
import { Tinypool } from 'tinypool'
import { runWithin, TimeIsOver } from '@/services/work/run-within'
import { PrintingError } from './printing-error'

/** What a process runs: a file below the desk's folder whose default export makes bytes, in base64, of a task. */
export type Program = { file: string; execArgv?: string[]; env?: Record<string, string> }
export type Limits = { running: number; waiting: number; milliseconds: number }

const LIMITS: Limits = { running: 2, waiting: 16, milliseconds: 20_000 }
const IDLE_MS = 60_000
/** Of a process's JavaScript; what native code takes is bounded by the time it gets. */
const HEAP_MB = 512

/** Processes that print, started when asked and ended when idle. */
export function openPool(
  { file, execArgv = [], env = {} }: Program,
  { running, waiting }: Omit<Limits, 'milliseconds'>,
): Tinypool {
  return new Tinypool({
    // The desk is started in its own folder, wherever bundles of it lie.
    filename: path.join(process.cwd(), file),
    runtime: 'child_process',
    minThreads: 0,
    maxThreads: running,
    maxQueue: waiting,
    idleTimeout: IDLE_MS,
    execArgv: [`--max-old-space-size=${HEAP_MB}`, ...execArgv],
    // None of the desk's settings and secrets.
    env: { PATH: process.env.PATH ?? '', ...env },
  })
}

/** An error of another process comes as a plain object. */
function messageOf(error: unknown): string {
  const known = typeof error === 'object' && error !== null && 'message' in error
  return String(known ? error.message : error)
}

/** @throws PrintingError */
export async function printIn(pool: Tinypool, task: unknown, milliseconds: number): Promise<Uint8Array> {
  try {
    return Buffer.from((await runWithin(pool, task, milliseconds)) as string, 'base64')
  } catch (error) {
    if (error instanceof TimeIsOver) throw new PrintingError('timeout')
    const why = messageOf(error)
    throw new PrintingError(/\bqueue\b/i.test(why) ? 'busy' : 'failed', why)
  }
}

const holder = globalThis as typeof globalThis & { factdeskPrinting?: Map<string, Tinypool> }

/** In the program's one pool: it hangs on `globalThis` since pages and HTTP API are bundled apart. */
export function printInProcess(program: Program, task: unknown): Promise<Uint8Array> {
  const pools = (holder.factdeskPrinting ??= new Map<string, Tinypool>())
  const pool = pools.get(program.file) ?? openPool(program, LIMITS)
  pools.set(program.file, pool)
  return printIn(pool, task, LIMITS.milliseconds)
}
