import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorKey, Issue } from '@/domain/errors'
import { refusalOf } from '@/domain/refusal/queries'
import type { Actor } from '@/domain/user/policy'
import { preferredLocale } from '@/text/locale'
import { logFault, logRefusal } from '@/services/log'
import { subjectOf } from '@/services/limits/take'
import { SENDER_HEADER } from '@/services/sender'
import { sentencesIn, type Sentences } from '@/app/sentences'

export const PROBLEM_TYPE = 'application/problem+json'

type Details = {
  params?: Record<string, string | number>
  issues?: Issue[]
  headers?: Record<string, string>
}

/** A refusal by HTTP rather than by the domain; `key` names a sentence under `errors`. */
export class RequestError extends Error {
  readonly params: Record<string, string | number>
  readonly issues: Issue[]
  readonly headers: Record<string, string>

  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    readonly key: ErrorKey,
    details: Details = {},
  ) {
    super(`${status} ${key}`)
    this.name = 'RequestError'
    this.params = details.params ?? {}
    this.issues = details.issues ?? []
    this.headers = details.headers ?? {}
  }
}

const STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  rule: 422,
  conflict: 409,
  blocked: 409,
  busy: 503,
  unavailable: 503,
  limited: 429,
} as const

/** Seconds to wait before trying again. */
const RETRY_AFTER: Partial<Record<string, string>> = { busy: '30', unavailable: '5' }

/** The title of each kind of problem. It stays the same for every occurrence. */
const TITLES: Partial<Record<string, ErrorKey>> = {
  unauthenticated: 'tokenMissing',
  forbidden: 'forbidden',
  not_found: 'notFound',
  invalid: 'invalid',
  rule: 'invalid',
  conflict: 'conflict',
  busy: 'busyTitle',
  unavailable: 'unavailableTitle',
  limited: 'tooManyTitle',
  fault: 'faultTitle',
}

type Problem = {
  status: ContentfulStatusCode
  code: string
  key: ErrorKey
  params: Record<string, string | number>
  issues: Issue[]
  current?: unknown
  headers?: Record<string, string>
}

function ofHttpException(error: HTTPException): Problem {
  const plain = { status: error.status, params: {}, issues: [] }
  if (error.status === 400) return { ...plain, code: 'malformed', key: 'malformedJson' }
  if (error.status === 415) return { ...plain, code: 'unsupported_media_type', key: 'wrongContentType' }
  return { ...plain, code: 'invalid', key: 'invalid' }
}

function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) return error
  const refusal = refusalOf(error)
  if (refusal) {
    const retryAfter = refusal.code === 'limited' ? refusal.params.seconds : RETRY_AFTER[refusal.code]
    return {
      status: STATUS[refusal.code],
      code: refusal.code,
      key: refusal.code === 'unauthenticated' ? 'tokenMissing' : refusal.key,
      params: refusal.params,
      issues: refusal.issues,
      current: refusal.current,
      ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
    }
  }
  if (error instanceof HTTPException) return ofHttpException(error)
  return { status: 500, code: 'fault', key: 'fault', params: { id: logFault(error, 'api') }, issues: [] }
}

/** Converts a dotted path to a JSON Pointer (RFC 6901) into the request's body, as a URI fragment. */
const pointerTo = (path: string) =>
  `#/${path
    .split('.')
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`

const errorLine = (sentence: Sentences, issue: Issue, inBody: boolean) => ({
  field: issue.path,
  ...(inBody && issue.path !== '' && { pointer: pointerTo(issue.path) }),
  message: messageOf(sentence, issue),
  key: issue.key,
  ...(issue.near && { near: issue.near }),
})

function messageOf(sentence: Sentences, { key, params, near = [] }: Issue): string {
  const [first] = near
  const told = sentence(key, params)
  return first ? `${told} ${sentence('quoteNearest', { words: first.quote })}` : told
}

/** The sender and the request, for the log. */
export const senderFacts = (c: Context) => ({
  person: (c.get('actor') as Actor | undefined)?.id,
  sender: subjectOf('sender', c.req.header(SENDER_HEADER) ?? 'unknown'),
  method: c.req.method,
  path: c.req.path,
})

/** Answers with an RFC 9457 problem in the reader's language. An unexpected error is logged under an id. */
export function answerProblem(error: unknown, c: Context): Response {
  const refusal = refusalOf(error)
  if (refusal) logRefusal(refusal, senderFacts(c))
  const problem = problemOf(error)
  const locale = preferredLocale(c.req.header('accept-language'))
  const sentence = sentencesIn(locale)
  const errors = problem.issues.map((issue) => errorLine(sentence, issue, problem.status === 422))
  const detail =
    errors.length > 0
      ? errors.map((error) => (error.field ? `${error.field}: ${error.message}` : error.message)).join(' ')
      : sentence(problem.key, problem.params)
  const body = {
    type: `urn:factdesk:problem:${problem.code}`,
    title: sentence(TITLES[problem.code] ?? problem.key, problem.params),
    status: problem.status,
    detail,
    code: problem.code,
    ...(errors.length > 0 && { errors }),
    ...(problem.current !== undefined && problem.current !== null && { current: problem.current }),
  }
  return c.body(JSON.stringify(body), problem.status, {
    ...problem.headers,
    'content-type': PROBLEM_TYPE,
    'content-language': locale,
  })
}
