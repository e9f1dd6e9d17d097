import { z } from 'zod'
import { asciiDigits } from '@/domain/text/digits'
import { listOf } from '@/domain/text/list'
import { CORRECTION_KINDS, CORRECTION_STATES, SEVERITIES } from './rules'
import { UUID } from '@/domain/text/uuid'

export const SORTS = ['due', 'number', 'severity', 'reported', 'published'] as const
export type Sort = (typeof SORTS)[number]
export type Order = 'asc' | 'desc'
/** A place between two rows: the value they are sorted by, as text, and the id. */
export type Place = readonly [string, string]

export const VIEWS = ['board', 'table'] as const
export type View = (typeof VIEWS)[number]

const LIMIT_MAX = 200
export const PAGE_SIZE = 50
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|-?infinity)$/

/** What is due first, the gravest and the newest first. */
export const naturalOrder = (sort: Sort): Order => (sort === 'due' ? 'asc' : 'desc')

const list = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => [
      ...new Set(
        value
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ])
const namesOf = <T extends string>(allowed: readonly T[]) => list(400).pipe(listOf(z.enum(allowed), 20))
const ID_MAX = 36
const ids = (pattern: RegExp) =>
  list(2_000).pipe(listOf(z.string().max(ID_MAX).regex(pattern, 'notAnId'), 50))

function isPlaceOf(sort: Sort, value: unknown): value is string {
  if (typeof value !== 'string') return false
  if (sort === 'number') return /^\d{1,9}$/.test(value)
  if (sort === 'severity') return (SEVERITIES as readonly string[]).includes(value)
  return MOMENT.test(value) && (value.endsWith('infinity') || !Number.isNaN(Date.parse(value)))
}

/** Opaque to readers, and good only for the order it was made in. */
export const encodeCursor = (sort: Sort, order: Order, place: Place): string =>
  btoa(JSON.stringify([`${sort}.${order}`, ...place]))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

/** Null for what `encodeCursor` did not make, or made for another order. */
export function decodeCursor(sort: Sort, order: Order, cursor: string): Place | null {
  try {
    const value: unknown = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')))
    if (!Array.isArray(value) || value.length !== 3) return null
    const [spec, at, id] = value as unknown[]
    if (spec !== `${sort}.${order}` || typeof id !== 'string' || !UUID.test(id)) return null
    return isPlaceOf(sort, at) ? [at, id] : null
  } catch {
    return null
  }
}

/** The filters, order and place of a list of corrections, as an address or a query string writes them. */
export const correctionListParamsSchema = z
  .object({
    view: z.enum(VIEWS).optional(),
    state: namesOf(CORRECTION_STATES).optional(),
    kind: namesOf(CORRECTION_KINDS).optional(),
    severity: namesOf(SEVERITIES).optional(),
    article: ids(UUID).optional(),
    /** `none` is nobody. */
    owner: ids(/^none$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i).optional(),
    overdue: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
    sort: z.enum(SORTS).optional(),
    order: z.enum(['asc', 'desc']).optional(),
    limit: z
      .string()
      .max(20)
      .transform(asciiDigits)
      .pipe(z.string().regex(/^-?\d{1,9}$/, 'wrongFormat'))
      .transform(Number)
      .pipe(z.number().int().min(1).max(LIMIT_MAX))
      .optional(),
    after: z.string().max(1_000).optional(),
    before: z.string().max(1_000).optional(),
  })
  .transform(({ view, sort: by = 'due', order, limit, after, before, ...filters }, ctx) => {
    const direction = order ?? naturalOrder(by)
    const place = (field: 'after' | 'before', cursor: string | undefined) => {
      if (!cursor) return undefined
      const decoded = decodeCursor(by, direction, cursor)
      if (!decoded) ctx.addIssue({ code: 'custom', path: [field], message: 'cursorInvalid' })
      return decoded ?? undefined
    }
    return {
      ...filters,
      view: view ?? 'board',
      sort: by,
      order: direction,
      limit: limit ?? PAGE_SIZE,
      after: place('after', after),
      before: place('before', before),
    }
  })

export type CorrectionListParams = z.output<typeof correctionListParamsSchema>

/** The address of the list with some of its parameters changed; it begins anew when they say what is listed. */
export function correctionListHref(
  present: URLSearchParams | Record<string, string>,
  change: Record<string, string | null>,
): string {
  const next = new URLSearchParams(present)
  if (Object.keys(change).some((name) => name !== 'after' && name !== 'before'))
    for (const name of ['after', 'before']) next.delete(name)
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  const query = next.toString()
  return query ? `/corrections-desk?${query}` : '/corrections-desk'
}
