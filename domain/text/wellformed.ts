import type { z } from 'zod'

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Whether a database of UTF-8 text can hold it: no NUL, no half of a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text)
}

/** The schema, refusing what no database of UTF-8 text can hold. */
export function wellFormed<T extends z.ZodType<string>>(schema: T) {
  return schema.refine(isWellFormed, { message: 'badCharacter', abort: true })
}
