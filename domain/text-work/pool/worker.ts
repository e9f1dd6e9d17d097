import { busy, invalid } from '@/domain/errors'
import { runInThread } from '@/services/work/pool'
import { WorkError } from '@/services/work/work-error'
import { type Answer, valueOf } from '@/domain/text-work/answer'
import { type Input, type Output, TASKS, type TaskName } from '@/domain/text-work/tasks/worker'

/** A started desk runs one bundle, which needs a third less memory; tests and scripts run the source file. */
const THREAD = process.env.NODE_ENV === 'production' ? 'dist/text-work.mjs' : 'domain/text-work/worker.mjs'

/**
 * Texts up to this many UTF-16 units are processed directly in the desk's own thread, where even the worst of them
 * takes less than 50 ms. Quotes and rows count as a fixed number of units each.
 */
export const SMALL_UNITS = 4_000

/**
 * Runs a task whose time grows with the text; for a long text, in a worker thread.
 * @param about the text's size in UTF-16 units, and the field that brought it
 * @throws DomainError the task's refusal; `busy` when too many tasks are running; `invalid` at the field when the
 *   text needs too much time or memory
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
