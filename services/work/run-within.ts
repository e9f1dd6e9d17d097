import type { Tinypool } from 'tinypool'

/** The rejection of a task over its time; its worker has ended. */
export class TimeIsOver extends Error {
  override name = 'TimeIsOver'
}

/**
 * Runs a task in a pool of workers within a time limit, waiting included. The timer is cleared as soon as the task
 * settles: an abort after the pool refused the task would throw where nothing catches it, and end the whole desk.
 * @throws TimeIsOver, or the pool's refusal of the task
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
