import { DomainError } from '@/domain/errors'

type Refused = Pick<DomainError, 'code' | 'key' | 'params' | 'issues' | 'current'>

/** What a thread hands back: what it was asked for, or what a command refuses. */
export type Answer = { value: unknown } | { refused: Refused }

/** @throws DomainError what the thread refused */
export function valueOf(answer: Answer): unknown {
  if ('value' in answer) return answer.value
  const { code, key, ...details } = answer.refused
  throw new DomainError(code, key, details)
}
