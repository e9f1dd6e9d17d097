import { publicUrl } from '@/text/public-address'
import { isIsoDate, isReadableDate } from './dates'
import { isNode, textOf, typesOf, valuesOf, type Node } from './nodes'
import { step, type ProblemKey } from './problems'
import type { Problem } from './shape'

/** The context of checking one review: it reports problems and resolves references. */
export type Desk = {
  report: (
    severity: Problem['severity'],
    path: string,
    key: ProblemKey,
    params?: Record<string, string | number>,
  ) => void
  /** The node that a reference (`{"@id": …}`) points to; any other value stays as it is. */
  resolve: (value: unknown) => unknown
}

export type Severity = Problem['severity']

const isEmpty = (value: unknown) => typeof value === 'string' && value.trim() === ''

export type Found = { value: unknown; path: string }

/**
 * Every value of a property with its path; a list has one step more. If there is none, the problem is reported with
 * severity `missing`, if given.
 */
export function each(desk: Desk, node: Node, path: string, name: string, missing?: Severity): Found[] {
  const at = step(path, name)
  const values = valuesOf(node, name)
  const found = values.flatMap((value, index) =>
    isEmpty(value) ? [] : [{ value: desk.resolve(value), path: values.length > 1 ? step(at, index) : at }],
  )
  if (found.length === 0 && missing)
    desk.report(missing, at, missing === 'error' ? 'required' : 'recommended', { property: name })
  return found
}

/** The first value of a property. If it is missing, the problem is reported with severity `missing`, if given. */
export const first = (desk: Desk, node: Node, path: string, name: string, missing?: Severity): unknown =>
  each(desk, node, path, name, missing)[0]?.value

/** Whether a property has a value that is not empty. */
export const has = (node: Node, name: string) => valuesOf(node, name).some((value) => !isEmpty(value))

export function checkText(desk: Desk, node: Node, path: string, name: string, missing?: Severity) {
  const value = first(desk, node, path, name, missing)
  if (value === undefined) return null
  const text = textOf(value)
  if (text === null) desk.report('error', step(path, name), 'notText', { property: name })
  return text
}

/** The address in a value: the text itself, or the `url` or `@id` of a node. */
export const addressIn = (value: unknown): unknown =>
  isNode(value) ? (valuesOf(value, 'url')[0] ?? value['@id'] ?? valuesOf(value, '@value')[0]) : value

/** An absolute public web address, given as text or as a node with `url` or `@id`. */
export function checkUrl(desk: Desk, value: unknown, path: string, severity: Severity = 'error'): URL | null {
  const text = textOf(addressIn(value))?.trim() ?? ''
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    desk.report(severity, path, 'urlInvalid')
    return null
  }
  const url = publicUrl(text)
  if (!url) desk.report(severity, path, 'urlPrivate', { host: new URL(text).hostname })
  return url
}

/**
 * Whether the value is a node of one of the types; reports it when it is not.
 * @param wrong how bad another value is: an error where a search engine requires the types
 */
export function checkNode(
  desk: Desk,
  value: unknown,
  path: string,
  types: readonly string[],
  wrong: Severity = 'error',
): value is Node {
  const expected = types.slice(0, 2).join(', ')
  if (!isNode(value)) {
    desk.report(wrong, path, 'notObject', { expected })
    return false
  }
  const found = typesOf(value)
  if (found.length === 0) desk.report('warning', step(path, '@type'), 'typeMissing', { expected })
  else if (!found.some((type) => types.includes(type)))
    desk.report(wrong, step(path, '@type'), 'typeWrong', { found: found.join(', '), expected })
  return true
}

export function checkDate(desk: Desk, node: Node, path: string, name: string, missing?: Severity) {
  const text = checkText(desk, node, path, name, missing)
  if (text === null || isIsoDate(text)) return
  const [severity, key] = isReadableDate(text)
    ? (['warning', 'dateLoose'] as const)
    : (['error', 'dateInvalid'] as const)
  desk.report(severity, step(path, name), key, { property: name })
}
