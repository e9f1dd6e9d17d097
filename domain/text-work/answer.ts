import { DomainError, type Refused } from '@/domain/errors'

type Written = Pick<DomainError, 'code' | 'key' | 'params' | 'issues' | 'current'>

/** The answer of a thread: a result, or the refusal of a command. */
export type Answer = { value: unknown } | { refused: Written }

/** @throws DomainError the refusal from the thread */
export function valueOf(answer: Answer): unknown {
  if ('value' in answer) return answer.value
  const { code, key, ...details } = answer.refused
  throw new DomainError(...([code, key, details] as Refused))
}
