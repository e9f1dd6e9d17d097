import { z } from '@hono/zod-openapi'
import { cursorParam } from '@/domain/list/params'
import type { AnyList } from '@/domain/list/table'
import { PROBLEM_TYPE } from './problem'

const nearWords = z.object({
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
})

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z
      .array(
        z.object({
          field: z.string().openapi({ description: 'Dotted path of the field, such as claims.2.quote.' }),
          pointer: z.string().optional().openapi({ description: 'JSON Pointer into the body (RFC 6901).' }),
          message: z.string(),
          key: z.string().openapi({ description: 'Names the kind of fault, in every language.' }),
          near: z.array(nearWords).optional().openapi({
            description:
              'For a quote that stands nowhere in the text: at most three places it may mean, the nearest first. None is taken until it is sent as the quote.',
          }),
        }),
      )
      .optional(),
    current: z.unknown().optional().openapi({ description: 'After a lost race: the record as it is now.' }),
  })
  .openapi('Problem')

/** The reasons for a refusal, by status. */
export const WHY: Record<400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 422 | 429 | 503, string> = {
  400: 'The query or the JSON cannot be read.',
  401: 'No token, or one that is not in force.',
  403: 'The role of the token’s holder does not allow this.',
  404: 'There is nothing here, or it is not the reader’s to see.',
  408: 'The body came too slowly while others waited.',
  409: 'Someone changed the same meanwhile; `current` is the record as it is now. Changes of other parts are kept.',
  413: 'The body is longer than it may be, or its JSON holds too many values or is nested too deep.',
  415: 'The body is of another kind than this address takes, or packed (Content-Encoding).',
  422: 'Fields are wrong, or a rule of the desk is broken; `errors` names each.',
  429: 'This was asked for too often; `Retry-After` says when to try again.',
  503: 'Too much of this goes on at once, or the database does not answer; `Retry-After` says when to try again.',
}
type Refusal = keyof typeof WHY

const problemContent = { [PROBLEM_TYPE]: { schema: problem } } as const
type ProblemResponse = { description: string; content: typeof problemContent }

/** The refusals of a route, for its description. */
export function refusals<S extends Refusal>(...statuses: S[]): Record<S, ProblemResponse> {
  return Object.fromEntries(
    statuses.map((status) => [status, { description: WHY[status], content: problemContent }]),
  ) as Record<S, ProblemResponse>
}

export const WRITE_REFUSALS = [400, 401, 403, 404, 408, 413, 415, 422, 503] as const

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

/** The id of an operation that exists once for each format. */
export const inFormat = (verb: string, format: string) =>
  `${verb}${format.charAt(0).toUpperCase()}${format.slice(1)}`

export const idOf = (noun: string) =>
  z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' }, description: `The ${noun}’s id.` }) })

const PAGE_MAX = 200

export const limit = z
  .string()
  .max(20)
  .regex(/^-?\d{1,15}$/, 'wrongFormat')
  .transform(Number)
  .pipe(z.number().min(1).max(PAGE_MAX))
  .default(50)
  .openapi({ type: 'integer', minimum: 1, maximum: PAGE_MAX, default: 50 })

/** The page to read of a list with only one order. */
export const pageQuery = (list: AnyList) => z.object({ limit, after: cursorParam(list).optional() })

const IDEMPOTENCY_KEY_MAX = 140
export const idempotencyHeader = z.object({
  'idempotency-key': z.string().max(IDEMPOTENCY_KEY_MAX).optional().openapi({
    description:
      'Asking again with the same key writes once and answers with the first record; with another body it is refused (422).',
  }),
})

/** The key that identifies a write. It includes the address, so one key never names two records. */
export const requestKey = (address: string, headers: z.output<typeof idempotencyHeader>) =>
  headers['idempotency-key'] ? `${address}:${headers['idempotency-key']}` : undefined
