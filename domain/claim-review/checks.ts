import { parseDay } from '@/text/digits'
import { publicUrl } from '@/text/public-address'
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

/** The first value of a property. If it is missing, the problem is reported with severity `missing`, if given. */
export function first(desk: Desk, node: Node, path: string, name: string, missing?: Severity): unknown {
  const [value] = valuesOf(node, name)
  const empty = value === undefined || (typeof value === 'string' && value.trim() === '')
  if (!empty) return desk.resolve(value)
  if (missing)
    desk.report(missing, step(path, name), missing === 'error' ? 'required' : 'recommended', {
      property: name,
    })
  return undefined
}

export function checkText(desk: Desk, node: Node, path: string, name: string, missing?: Severity) {
  const value = first(desk, node, path, name, missing)
  if (value === undefined) return null
  const text = textOf(value)
  if (text === null) desk.report('error', step(path, name), 'notText', { property: name })
  return text
}

/** An absolute public web address, given as text or as a node with `url` or `@id`. */
export function checkUrl(desk: Desk, value: unknown, path: string): URL | null {
  const inside = isNode(value) ? (valuesOf(value, 'url')[0] ?? value['@id']) : value
  const text = textOf(inside)?.trim() ?? ''
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    desk.report('error', path, 'urlInvalid')
    return null
  }
  const url = publicUrl(text)
  if (!url) desk.report('error', path, 'urlPrivate', { host: new URL(text).hostname })
  return url
}

/** Whether the value is a node of one of the types; reports it when it is not. */
export function checkNode(desk: Desk, value: unknown, path: string, types: readonly string[]): value is Node {
  if (!isNode(value)) {
    desk.report('error', path, 'notObject', { expected: types.slice(0, 2).join(', ') })
    return false
  }
  const found = typesOf(value)
  const expected = types.slice(0, 2).join(', ')
  if (found.length === 0) desk.report('warning', step(path, '@type'), 'typeMissing', { expected })
  else if (!found.some((type) => types.includes(type)))
    desk.report('error', step(path, '@type'), 'typeWrong', { found: found.join(', '), expected })
  return true
}

const TIME =
  /^T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/

/** Whether a text is an ISO 8601 year, month, date, or date with time, and the date exists. */
export function isIsoDate(text: string): boolean {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/.exec(text)
  if (!found) return false
  const [, year = '', month = '01', day = '01', time] = found
  return parseDay(`${year}-${month}-${day}`) !== null && (time === undefined || TIME.test(time))
}

export function checkDate(desk: Desk, node: Node, path: string, name: string, missing?: Severity) {
  const text = checkText(desk, node, path, name, missing)
  if (text !== null && !isIsoDate(text))
    desk.report('error', step(path, name), 'dateInvalid', { property: name })
}
