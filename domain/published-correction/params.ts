import { z } from 'zod'
import { CORRECTION_KINDS } from '@/domain/correction/rules'
import { wellFormed } from '@/domain/text/wellformed'
import { UUID } from '@/domain/text/uuid'

export const PAGE_SIZE = 25
const MONTH = /^(19[7-9]\d|[2-9]\d{3})-(0[1-9]|1[0-2])$/

/** A place in the list: the moment and the id of the row before it. */
export type Place = readonly [string, string]

/** Opaque to readers. */
export const encodePlace = ([at, id]: Place): string =>
  btoa(JSON.stringify([at, id]))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

function isMoment(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-/.test(value)) return false
  const at = new Date(value)
  return !Number.isNaN(at.getTime()) && at.toISOString() === value
}

/** Null for what `encodePlace` did not make. */
export function decodePlace(cursor: string): Place | null {
  try {
    const value: unknown = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')))
    if (!Array.isArray(value) || value.length !== 2) return null
    const [at, id] = value as unknown[]
    return isMoment(at) && typeof id === 'string' && UUID.test(id) ? [at, id] : null
  } catch {
    return null
  }
}

const after = z
  .string()
  .max(400)
  .transform((cursor, ctx) => {
    const place = decodePlace(cursor)
    if (!place) ctx.addIssue({ code: 'custom', message: 'cursorInvalid' })
    return place ?? undefined
  })

/** The filters and the place of the public list, as its address writes them. */
export const publishedListSchema = z.object({
  month: z.string().max(7).regex(MONTH, 'wrongFormat').optional(),
  article: z.string().max(36).regex(UUID, 'notAnId').optional(),
  kind: z.enum(CORRECTION_KINDS).optional(),
  q: wellFormed(z.string().max(200)).optional(),
  after: after.optional(),
})

export type PublishedListParams = z.output<typeof publishedListSchema>

/** What of an address can be used, and whether something had to be left out. */
export function readPublishedList(given: Record<string, string>): {
  params: PublishedListParams
  leftOut: boolean
} {
  const parsed = publishedListSchema.safeParse(given)
  if (parsed.success) return { params: parsed.data, leftOut: false }
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)))
  return { params: publishedListSchema.parse(rest), leftOut: true }
}

const NUMBER = /^[1-9]\d{0,8}$/

/** The number in a correction's permanent address; null for what can be none. */
export const readNumber = (given: string): number | null => (NUMBER.test(given) ? Number(given) : null)

/** An article's id as an address gives it; undefined for what is none. */
export const readArticleId = (given: string | undefined): string | undefined =>
  given && UUID.test(given) ? given : undefined
