import { UUID } from '@/text/uuid'
import { isWellFormed } from '@/text/wellformed'
import type { AnyList, Column, Keyset, SortBy } from './table'

const specOf = (by: readonly SortBy[]) => by.map(({ sort, order }) => `${sort}.${order}`).join(',')

/** Encodes a keyset as a cursor. A cursor is opaque to readers (base64url, RFC 4648) and valid only for its order. */
export function encodeCursor(by: readonly SortBy[], keyset: Keyset): string {
  const bytes = new TextEncoder().encode(JSON.stringify([specOf(by), ...keyset]))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

/** Null for anything that `encodeCursor` did not make for this order. */
export function decodeCursor(
  { columns }: Pick<AnyList, 'columns'>,
  by: readonly SortBy[],
  cursor: string,
): Keyset | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')), (unit) =>
      unit.charCodeAt(0),
    )
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(value) || value.length !== by.length + 2 || value[0] !== specOf(by)) return null
    const keyset = value.slice(1) as unknown[]
    const fits = by.every(({ sort }, index) => isKeyOf(columns[sort], keyset[index]))
    return fits && UUID.test(String(keyset.at(-1))) ? (keyset as Keyset) : null
  } catch {
    return null
  }
}

/** The cursor of a keyset: the name of its row in a list with names, else an encoded cursor. */
export const writeCursor = (list: AnyList, by: readonly SortBy[], keyset: Keyset): string =>
  'named' in list ? String(keyset[0]) : encodeCursor(by, keyset)

/** Reads what `writeCursor` wrote. A name is checked by the schema of its list. */
export const readCursor = (list: AnyList, by: readonly SortBy[], cursor: string): Keyset | null =>
  'named' in list ? [cursor] : decodeCursor(list, by, cursor)

function isKeyOf(column: Column | undefined, value: unknown): boolean {
  if (!column) return false
  if ('nullable' in column && value === null) return true
  if (column.cast === 'int') return Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 31
  if (typeof value !== 'string' || !isWellFormed(value)) return false
  if ('values' in column) return column.values.includes(value)
  return column.cast === 'text' || isMoment(value)
}

/** Whether a text is a moment as cursors write it: the date exists, and PostgreSQL knows the year. */
function isMoment(value: string): boolean {
  const at = new Date(value)
  return /^\d{4}-/.test(value) && value >= '0001' && !Number.isNaN(at.getTime()) && at.toISOString() === value
}
