import { z } from 'zod'

export type Query = Record<string, string | string[] | undefined>

export const isId = (text: string) => z.uuid().safeParse(text).success

/** Where a page of a list begins; `unusable` when the address says it in a way that names no place. */
export function cursorOf({ after }: Query): { after?: string; unusable: boolean } {
  if (after === undefined) return { unusable: false }
  return typeof after === 'string' && isId(after) ? { after, unusable: false } : { unusable: true }
}
