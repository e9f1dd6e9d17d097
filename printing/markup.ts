import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString

/**
 * HTML in which every inserted value is escaped, except markup made by this function. Null, undefined and booleans
 * insert nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  const made = html(strings, ...values)
  if (made instanceof Promise) throw new TypeError('Markup is made of values that are there')
  return made
}
