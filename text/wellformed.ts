import { z } from 'zod'
import { isVisible } from './visible'

export { isVisible }

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const CONTROL = /[\p{Cc}\u2028\u2029]/u

/** Whether a database of UTF-8 text can hold it: no NUL, no half of a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text)
}

/** The schema, refusing what no database of UTF-8 text can hold. */
export function wellFormed<T extends z.ZodType<string>>(schema: T) {
  return schema.refine(isWellFormed, { message: 'badCharacter', abort: true })
}

/** Text that must say something, without white space around it. */
export const saying = (max: number) =>
  wellFormed(z.string('required').trim().min(1, { abort: true }).max(max)).refine(isVisible, 'required')

/** The same in one line, for what stands in lists and menus. */
export const nameOf = (max: number) =>
  saying(max).refine((text) => !CONTROL.test(text), { message: 'badCharacter' })

/** After a schema of text that may be left out or be cleared: what is given must have something to see. */
export const visible = z.string().refine(isVisible, 'required')

/** Names one request of a person, so that asking again does it once. */
export const requestKey = wellFormed(z.string().max(200)).optional()
