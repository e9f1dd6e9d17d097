import { z } from 'zod'
import { isVisible } from './visible'

export { isVisible }

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const CONTROL = /[\p{Cc}\u2028\u2029]/u

/** Whether a UTF-8 database can store the text: no NUL, no lone surrogate. */
export function isWellFormed(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text)
}

/** The schema, refusing text that no UTF-8 database can store. */
export function wellFormed<T extends z.ZodType<string>>(schema: T) {
  return schema.refine(isWellFormed, { message: 'badCharacter', abort: true })
}

/** Text with at least one visible character, without surrounding white space. */
export const saying = (max: number) =>
  wellFormed(z.string('required').trim().min(1, { abort: true }).max(max)).refine(isVisible, 'required')

/** Like `saying`, but on one line, for names in lists and menus. */
export const nameOf = (max: number) =>
  saying(max).refine((text) => !CONTROL.test(text), { message: 'badCharacter' })

/** For optional or clearable text: a given text must show something. */
export const visible = z.string().refine(isVisible, 'required')

/** A key for one request of a person, so that a repeated request runs once. */
export const requestKey = wellFormed(z.string().max(200)).optional()
