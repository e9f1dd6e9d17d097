import type { ZodError } from 'zod'
import type { AnchorText } from '@/text/anchor'
import { ISSUES_MOST } from '@/text/list'
import type sentences from '@/messages/en/errors.json'

/** A waiting time in familiar units: seconds up to two minutes, minutes up to two hours, then hours. */
export function waitOf(seconds: number): { count: number; unit: 'seconds' | 'minutes' | 'hours' } {
  if (seconds <= 120) return { count: seconds, unit: 'seconds' }
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 120
    ? { count: minutes, unit: 'minutes' }
    : { count: Math.ceil(minutes / 60), unit: 'hours' }
}

/** The name of a sentence under `errors` in the message files. */
export type ErrorKey = keyof typeof sentences

/** One problem with one field. `near` holds the words that a quote may mean when it is not in the text. */
export type Issue = {
  path: string
  key: ErrorKey
  params?: Record<string, string | number>
  near?: readonly AnchorText[]
}

/** The part of an issue that may be logged; it holds no words of an article. */
const loggable = (issues: readonly Issue[]) => issues.map(({ path, key, params }) => ({ path, key, params }))

export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'rule'
  | 'conflict'
  | 'blocked'
  | 'busy'
  | 'unavailable'
  | 'limited'

type Details = {
  params?: Record<string, string | number>
  issues?: Issue[]
}

/** The code, the key and the details of a refusal. After a lost race it always contains the current record. */
export type Refused =
  | [code: 'conflict' | 'blocked', key: ErrorKey, details: Details & { current: object }]
  | [code: Exclude<ErrorCode, 'conflict' | 'blocked'>, key: ErrorKey, details?: Details]

/**
 * A refusal by a command or query. `message` goes to the log; `key` names the reader's sentence under `errors`. Any
 * other thrown error is a bug.
 */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly key: ErrorKey
  readonly params: Record<string, string | number>
  readonly issues: Issue[]
  readonly current: object | undefined

  constructor(...[code, key, details = {}]: Refused) {
    super(`${code}: ${key}${details.issues ? ` ${JSON.stringify(loggable(details.issues))}` : ''}`)
    this.name = 'DomainError'
    this.code = code
    this.key = key
    this.params = details.params ?? {}
    this.issues = details.issues ?? []
    this.current = 'current' in details ? details.current : undefined
  }
}

/** Also for records that exist but that the reader may not know of. */
export const notFound = (key: ErrorKey = 'notFound') => new DomainError('not_found', key)
export const forbidden = (key: ErrorKey = 'forbidden') => new DomainError('forbidden', key)
export const unauthenticated = () => new DomainError('unauthenticated', 'unauthenticated')
export const invalid = (issues: Issue[]) => new DomainError('invalid', 'invalid', { issues })
/** The request is based on an older record; `current` is the record as it is now. */
export const conflict = (current: object, key: ErrorKey = 'conflict') =>
  new DomainError('conflict', key, { current })

/** The request is not possible yet; `current` lists the obstacles. */
export const blocked = (current: object, key: ErrorKey) => new DomainError('blocked', key, { current })

/** Too many such tasks are running; a little later there is room. */
export const busy = (key: ErrorKey) => new DomainError('busy', key)

/** The sender has asked for more than the limit allows and may ask again in `seconds`. */
export const limited = (seconds: number, key: ErrorKey = 'tooMany') =>
  new DomainError('limited', key, { params: { ...waitOf(seconds), seconds } })

/** A domain rule was broken; `path` names the input to change. */
export const ruleBroken = (path: string, key: ErrorKey, params?: Issue['params']) =>
  new DomainError('rule', key, { params, issues: [{ path, key, params }] })

/** In characters. Paths contain names that the sender chose. */
const PATH_MAX = 200

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
    input,
  )
}

/**
 * Translates zod's issues into ours. A schema may give one of our keys as its message; otherwise the kind of issue
 * decides. `wrongType` and `required` stand for every check of a string or number, so for these the kind of issue
 * decides too. With the original `input`, it distinguishes a missing field from one of the wrong type. It returns only
 * the first few issues.
 */
export function issuesOf(error: ZodError, input?: unknown): Issue[] {
  return error.issues.slice(0, ISSUES_MOST).map((issue): Issue => {
    const path = issue.path.map(String).join('.').slice(0, PATH_MAX)
    const general = issue.code !== 'custom' && ['wrongType', 'required'].includes(issue.message)
    if (!general && /^[a-z][A-Za-z]+$/.test(issue.message)) return { path, key: issue.message as ErrorKey }
    switch (issue.code) {
      case 'invalid_type': {
        const missing =
          input === undefined
            ? issue.message === 'required' || issue.message.includes('undefined')
            : valueAt(input, issue.path) === undefined
        return missing
          ? { path, key: 'required' }
          : { path, key: 'wrongType', params: { expected: String(issue.expected) } }
      }
      case 'too_big':
        return {
          path,
          key: issue.origin === 'string' ? 'tooLong' : 'tooLarge',
          params: { max: Number(issue.maximum) },
        }
      case 'too_small':
        return issue.origin === 'string' && Number(issue.minimum) === 1
          ? { path, key: 'required' }
          : {
              path,
              key: issue.origin === 'string' ? 'tooShort' : 'tooSmall',
              params: { min: Number(issue.minimum) },
            }
      case 'invalid_value':
        return { path, key: 'notOneOf', params: { allowed: issue.values.map(String).join(', ') } }
      case 'unrecognized_keys':
        return { path: (issue.keys[0] ?? path).slice(0, PATH_MAX), key: 'unknownField' }
      default:
        return { path, key: 'wrongFormat' }
    }
  })
}
