import { DomainError } from '@/domain/errors'
import type { Answer } from './answer'
import { TASKS, type TaskName } from './tasks/worker'

/**
 * Runs one task in a worker thread. Refusals are returned as values, because errors lose their fields between threads.
 */
export default async function work({ name, input }: { name: TaskName; input: unknown }): Promise<Answer> {
  try {
    const task = TASKS[name] as (given: unknown) => unknown
    return { value: await task(input) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, key, params, issues, current } = error
    return { refused: { code, key, params, issues, current } }
  }
}
