import { z } from 'zod'

/** A moment in answers. It is plain text; its input type carries a brand, by which `Read` knows it. */
export const moment = z.iso
  .datetime()
  .meta({ description: 'A moment, RFC 3339, in UTC.' })
  .brand<'Moment', 'in'>()
type Moment = z.input<typeof moment>

/** A date, independent of time zones. */
export const day = z.string().nullable().meta({ description: 'A day as YYYY-MM-DD.' })

export const person = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Person' })
export type Person = z.infer<typeof person>

/** The article that a record belongs to or names. */
export const articleName = z.object({ id: z.uuid(), title: z.string(), language: z.string() })
export type ArticleName = z.infer<typeof articleName>

/** A named shape or null. Zod's `nullable` would describe the value as both at once, which nothing can be. */
export const orNull = <S extends z.ZodType>(shape: S) => z.union([shape, z.null()])

/** An object with the same shape under each key. */
export const each = <K extends string, S extends z.ZodType>(keys: readonly K[], shape: S) =>
  z.object(Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>)

/** A page of a list that is read in one direction only. */
export const pageShape = <S extends z.ZodType>(row: S) =>
  z.object({ items: z.array(row), next: z.string().nullable() })

/** The record that a query returns for a shape, with moments as `Date`. */
export type Read<S extends z.ZodType> = Kept<z.input<S>>
type Kept<T> = T extends Moment ? Date : T extends object ? { [K in keyof T]: Kept<T[K]> } : T

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
