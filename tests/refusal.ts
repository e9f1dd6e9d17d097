import { DomainError } from '@/domain/errors'

/** What a command was refused for; fails when it was not, or when the error is a fault of ours. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  try {
    await work
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('This should have been refused')
}

/** Every outcome of requests that run at once: what was done, and what each other one was refused for. */
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
