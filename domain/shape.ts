import { z } from 'zod'

/** A moment in answers. */
export const moment = z.iso.datetime().meta({ description: 'A moment, RFC 3339, in UTC.' })

/** A date, independent of time zones. */
export const day = z.string().nullable().meta({ description: 'A day as YYYY-MM-DD.' })

export const person = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Person' })
export type Person = z.infer<typeof person>

/** A named shape or null. Zod's `nullable` would describe the value as both at once, which nothing can be. */
export const orNull = <S extends z.ZodType>(shape: S) => z.union([shape, z.null()])

/** A record as answers give it, with moments as text. */
export type Said<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Said<T[K]> } : T

export function said<T>(read: T): Said<T> {
  if (read instanceof Date) return read.toISOString() as Said<T>
  if (Array.isArray(read)) return (read as unknown[]).map((one) => said(one)) as Said<T>
  if (typeof read !== 'object' || read === null) return read as Said<T>
  return Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, said(value as unknown)]),
  ) as Said<T>
}
