import { busy, invalid } from '@/domain/errors'
import { runInThread } from '@/services/work/pool'
import { WorkError } from '@/services/work/work-error'
import { type Answer, valueOf } from './answer'
import { type Input, type Output, TASKS, type TaskName } from './tasks'

/** A started desk has it as one bundle, which takes a third less memory; tests and scripts run it as it lies there. */
const THREAD = process.env.NODE_ENV === 'production' ? 'dist/text-work.mjs' : 'domain/text-work/worker.mjs'

/**
 * Texts up to this many UTF-16 units are worked on at once, in the desk's own thread: of the worst shape that takes less
 * than 50 ms. A number of quotes or rows counts as so many units each.
 */
export const SMALL_UNITS = 4_000

/**
 * Does a task that takes longer the longer the text is, out of everybody's way where it is long.
 * @param about its size in UTF-16 units, and the field that brought the text
 * @throws DomainError what the task refuses; `busy` when too much of this goes on; `invalid` at the field when the text
 *   takes too long or too much memory
 */
export async function work<N extends TaskName>(
  name: N,
  input: Input<N>,
  about: { units: number; field: string },
): Promise<Output<N>> {
  const task = TASKS[name] as (given: Input<N>) => Output<N> | Promise<Output<N>>
  if (about.units <= SMALL_UNITS) return task(input)
  try {
    return valueOf((await runInThread(THREAD, { name, input })) as Answer) as Output<N>
  } catch (error) {
    if (!(error instanceof WorkError) || error.reason === 'failed') throw error
    throw error.reason === 'busy' ? busy('textBusy') : invalid([{ path: about.field, key: 'textTooHeavy' }])
  }
}
