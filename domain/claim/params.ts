import { z } from 'zod'
import { asciiDigits } from '@/domain/text/digits'
import { listOf } from '@/domain/text/list'
import { wellFormed } from '@/domain/text/wellformed'
import { CLAIM_STATUSES, PRIORITIES } from './rules'
import { UUID } from '@/domain/text/uuid'

export const SORTS = ['updated', 'created', 'due', 'number', 'status', 'priority', 'article'] as const
export type Sort = (typeof SORTS)[number]
export type Order = 'asc' | 'desc'
export type SortBy = { sort: Sort; order: Order }
/** A place between two rows: the values they are sorted by, then the id. */
export type Place = (string | number | null)[]

export const PAGE_SIZES = [25, 50, 100, 200] as const
const LIMIT_MAX = 200
const ID_MAX = 36
const PAGE_SIZE = 50
/** Newest first for times, smallest first for the rest. */
export const naturalOrder = (sort: Sort): Order => (sort === 'updated' || sort === 'created' ? 'desc' : 'asc')

const parts = (value: string) =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const list = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => [...new Set(parts(value))])

function namesOf<T extends string>(allowed: readonly T[]) {
  return list(400).pipe(listOf(z.enum(allowed), 20))
}

const ids = list(2_000).pipe(listOf(z.string().max(ID_MAX).regex(UUID, 'notAnId'), 50))
const assignees = list(2_000).pipe(
  listOf(
    z
      .string()
      .max(ID_MAX)
      .regex(/^none$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'notAnId'),
    50,
  ),
)
const words = list(1_000).pipe(listOf(wellFormed(z.string().min(1).max(80)), 50))

const limit = z
  .string()
  .max(20)
  .transform(asciiDigits)
  .pipe(z.string().regex(/^-?\d{1,9}$/, 'wrongFormat'))
  .transform(Number)
  .pipe(z.number().int().min(1).max(LIMIT_MAX))

/** Columns with their orders; what is said of a column a second time counts for nothing. */
function sortsOf(sort: readonly Sort[] | undefined, order: readonly Order[] | undefined): SortBy[] {
  const sorts = sort?.length ? sort : (['updated'] as const)
  return sorts
    .map((one, index): SortBy => ({ sort: one, order: order?.[index] ?? naturalOrder(one) }))
    .filter(({ sort: name }, index) => sorts.indexOf(name) === index)
}

const specOf = (by: SortBy[]) => by.map(({ sort, order }) => `${sort}.${order}`).join(',')

/** Opaque to readers, and good only for the order it was made in. */
export function encodeCursor(by: SortBy[], place: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([specOf(by), ...place]))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

/** Null for what `encodeCursor` did not make, or made for another order. */
export function decodeCursor(by: SortBy[], cursor: string): Place | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')), (unit) =>
      unit.charCodeAt(0),
    )
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(value) || value.length !== by.length + 2 || value[0] !== specOf(by)) return null
    const place = value.slice(1) as unknown[]
    if (!UUID.test(String(place.at(-1)))) return null
    const fits = by.every(({ sort }, index) => isPlaceOf(sort, place[index]))
    return fits ? (place as Place) : null
  } catch {
    return null
  }
}

function isPlaceOf(sort: Sort, value: unknown): boolean {
  if (sort === 'due' && value === null) return true
  if (sort === 'number') return Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 31
  if (typeof value !== 'string' || value.includes('\0')) return false
  if (sort === 'status') return (CLAIM_STATUSES as readonly string[]).includes(value)
  if (sort === 'priority') return (PRIORITIES as readonly string[]).includes(value)
  if (sort === 'article') return true
  return isMoment(value)
}

/** As the cursors write it: a day that exists, in a year that PostgreSQL has too. */
function isMoment(value: string): boolean {
  const at = new Date(value)
  return /^\d{4}-/.test(value) && value >= '0001' && !Number.isNaN(at.getTime()) && at.toISOString() === value
}

const filters = {
  status: namesOf(CLAIM_STATUSES).optional(),
  article: ids.optional(),
  desk: words.optional(),
  language: words.optional(),
  assignee: assignees.optional(),
  priority: namesOf(PRIORITIES).optional(),
  q: z
    .string()
    .max(200)
    .transform((value) => value.trim() || undefined)
    .optional(),
}

const orders = {
  // Repeated columns stay until the orders, which go by place, were given to them.
  sort: z
    .string()
    .max(400)
    .transform(parts)
    .pipe(listOf(z.enum(SORTS), 20))
    .optional(),
  order: z
    .string()
    .max(60)
    .transform((value) => value.split(','))
    .pipe(listOf(z.enum(['asc', 'desc']), 20))
    .optional(),
}

/** The filters, order and place of a list of claims, as an address or a query string writes them. */
export const claimListParamsSchema = z
  .object({
    ...filters,
    ...orders,
    limit: limit.optional(),
    after: z.string().max(4_000).optional(),
    before: z.string().max(4_000).optional(),
  })
  .transform(({ sort, order, after, before, limit: size, ...chosen }, ctx) => {
    const by = sortsOf(sort, order)
    const place = (field: 'after' | 'before', cursor: string | undefined) => {
      if (!cursor) return undefined
      const decoded = decodeCursor(by, cursor)
      if (decoded) return decoded
      ctx.addIssue({ code: 'custom', path: [field], message: 'cursorInvalid' })
      return undefined
    }
    return {
      ...chosen,
      by,
      limit: size ?? PAGE_SIZE,
      after: place('after', after),
      before: place('before', before),
    }
  })

/**
 * What an export takes of a list's address: its filters and its order, of all pages. `bom=0` leaves the byte order mark
 * out of CSV.
 */
export const claimExportParamsSchema = z
  .object({ ...filters, ...orders, bom: z.enum(['0', '1']).optional() })
  .transform(({ sort, order, bom, ...chosen }) => ({
    ...chosen,
    by: sortsOf(sort, order),
    bom: bom !== '0',
  }))

export type ClaimListParams = z.output<typeof claimListParamsSchema>
/** Which claims, and in what order. */
export type ClaimSelection = Omit<ClaimListParams, 'limit' | 'after' | 'before'>

/** What changes nothing about which claims are shown, so that the place in the list is kept. */
const KEEPS_PLACE = new Set(['after', 'before', 'columns'])

function dropDefaults(query: URLSearchParams) {
  if (query.get('limit') === String(PAGE_SIZE)) query.delete('limit')
  const sorts = parts(query.get('sort') ?? 'updated')
  const orders = parts(query.get('order') ?? '')
  const natural = sorts.every(
    (one, index) => (orders[index] ?? naturalOrder(one as Sort)) === naturalOrder(one as Sort),
  )
  if (natural) query.delete('order')
  if (natural && sorts.join() === 'updated') query.delete('sort')
}

/**
 * The address of a list with some of its parameters changed, without those that say what holds anyway. The list begins
 * anew when its filters, order or page size change.
 */
export function claimListHref(
  present: URLSearchParams | Record<string, string>,
  change: Record<string, string | null>,
  path = '/claims',
): string {
  const next = new URLSearchParams(present)
  if (Object.keys(change).some((name) => !KEEPS_PLACE.has(name))) {
    next.delete('after')
    next.delete('before')
  }
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  dropDefaults(next)
  const query = next.toString()
  return query ? `${path}?${query}` : path
}
