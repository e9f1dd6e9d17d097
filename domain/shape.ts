import { z } from 'zod'

/** A moment as answers say it: a string, which is branded where it comes from, so that `Read` knows it. */
export const moment = z.iso
  .datetime()
  .meta({ description: 'A moment, RFC 3339, in UTC.' })
  .brand<'Moment', 'in'>()
type Moment = z.input<typeof moment>

/** A day that no time zone moves. */
export const day = z.string().nullable().meta({ description: 'A day as YYYY-MM-DD.' })

export const person = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Person' })
export type Person = z.infer<typeof person>

/** An article as other records name it. */
export const articleName = z.object({ id: z.uuid(), title: z.string(), language: z.string() })
export type ArticleName = z.infer<typeof articleName>

/** A named shape or null. `nullable` would describe it as both at once, which no answer is. */
export const orNull = <S extends z.ZodType>(shape: S) => z.union([shape, z.null()])

/** The same under each of the keys. */
export const each = <K extends string, S extends z.ZodType>(keys: readonly K[], shape: S) =>
  z.object(Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>)

/** A page of a list that only goes on. */
export const pageShape = <S extends z.ZodType>(row: S) =>
  z.object({ items: z.array(row), next: z.string().nullable() })

/** What a query reads for a shape: a `Date` where an answer says a moment. */
export type Read<S extends z.ZodType> = Kept<z.input<S>>
type Kept<T> = T extends Moment ? Date : T extends object ? { [K in keyof T]: Kept<T[K]> } : T

/** What is read of a record as an answer says it: moments in words. */
export type Said<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Said<T[K]> } : T

export function said<T>(read: T): Said<T> {
  if (read instanceof Date) return read.toISOString() as Said<T>
  if (Array.isArray(read)) return (read as unknown[]).map((one) => said(one)) as Said<T>
  if (typeof read !== 'object' || read === null) return read as Said<T>
  return Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, said(value as unknown)]),
  ) as Said<T>
}
