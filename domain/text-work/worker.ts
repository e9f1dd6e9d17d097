import { DomainError } from '@/domain/errors'
import type { Answer } from './answer'
import { TASKS, type TaskName } from './tasks'

/** Does one task in a thread of its own. Refusals are values, since a thread hands over errors without their fields. */
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
