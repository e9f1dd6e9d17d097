import { DomainError } from '@/domain/errors'

/** The refusal of a command. It fails when the command succeeds, or when the error is our own fault. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  try {
    await work
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('This should have been refused')
}

/** Every outcome of concurrent requests: the successful results, and the refusals of the others. */
export async function race<T>(requests: Promise<T>[]): Promise<{ done: T[]; refused: DomainError[] }> {
  const done: T[] = []
  const refused: DomainError[] = []
  for (const outcome of await Promise.allSettled(requests)) {
    if (outcome.status === 'fulfilled') done.push(outcome.value)
    else if (outcome.reason instanceof DomainError) refused.push(outcome.reason)
    else throw outcome.reason
  }
  return { done, refused }
}
