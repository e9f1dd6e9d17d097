import path from 'node:path'
import { Tinypool } from 'tinypool'
import { runWithin, TimeIsOver } from '@/services/work/run-within'
import { PrintingError } from './printing-error'

/** The program of a process: a file in the desk's folder. Its default export turns a task into bytes in base64. */
export type Program = { file: string; execArgv?: string[]; env?: Record<string, string> }
export type Limits = { running: number; waiting: number; milliseconds: number }

/** What is allowed on the desk: tests allow more time. */
export const LIMITS: Limits = { running: 2, waiting: 16, milliseconds: 20_000 }
const IDLE_MS = 60_000
/** The limit for a process's JavaScript. Native code is only limited by its time. */
const HEAP_MB = 512

/** A pool of printing processes. It starts them on demand and ends idle ones. */
export function openPool(
  { file, execArgv = [], env = {} }: Program,
  { running, waiting }: Omit<Limits, 'milliseconds'>,
): Tinypool {
  return new Tinypool({
    // The desk runs in its own folder, wherever its bundles are.
    filename: path.join(process.cwd(), file),
    runtime: 'child_process',
    minThreads: 0,
    maxThreads: running,
    maxQueue: waiting,
    idleTimeout: IDLE_MS,
    execArgv: [`--max-old-space-size=${HEAP_MB}`, ...execArgv],
    // The process gets none of the desk's settings and secrets.
    env: { PATH: process.env.PATH ?? '', ...env },
  })
}

/** An error from another process arrives as a plain object. */
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

/** How long a report may take, in milliseconds: whoever asked need not wait for it. */
export const timeFor = (claims: number) => 3 * LIMITS.milliseconds + claims * 100

/** Prints in the program's single pool. It is on `globalThis`, because pages and the HTTP API have separate bundles. */
export function printInProcess(
  program: Program,
  task: unknown,
  milliseconds = LIMITS.milliseconds,
): Promise<Uint8Array> {
  const pools = (holder.factdeskPrinting ??= new Map<string, Tinypool>())
  const pool = pools.get(program.file) ?? openPool(program, LIMITS)
  pools.set(program.file, pool)
  return printIn(pool, task, milliseconds)
}

/** How many printing processes there are, and how many tasks wait for one. */
export const printingUse = (): { workers: number; waiting: number } =>
  [...(holder.factdeskPrinting?.values() ?? [])].reduce(
    (sum, { threads, queueSize }) => ({
      workers: sum.workers + threads.length,
      waiting: sum.waiting + queueSize,
    }),
    { workers: 0, waiting: 0 },
  )
