import type { Tinypool } from 'tinypool'

/** What a task was refused with whose time was over; its worker is ended. */
export class TimeIsOver extends Error {
  override name = 'TimeIsOver'
}

/**
 * Runs a task in a pool of workers for so long at most, waiting included. The time is kept only while the task is
 * waited for: an abort after the pool refused the task would throw where nobody catches it, and end the whole desk.
 * @throws TimeIsOver, or what the pool refuses a task with
 */
export async function runWithin(pool: Tinypool, task: unknown, milliseconds: number): Promise<unknown> {
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(), milliseconds)
  try {
    return await pool.run(task, { signal: over.signal })
  } catch (error) {
    if (over.signal.aborted) throw new TimeIsOver('', { cause: error })
    throw error
  } finally {
    clearTimeout(timer)
  }
}
