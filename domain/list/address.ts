import { parts } from './schema'
import { naturalOrder, type AnyList } from './table'

/** The last value of each parameter of an address; an empty value counts as not given. */
export function lastOfEach(
  written: Iterable<readonly [string, string | readonly string[] | undefined]>,
): Record<string, string> {
  const last = [...written].map(([name, value]) => [name, typeof value === 'object' ? value.at(-1) : value])
  return Object.fromEntries(
    Object.entries(Object.fromEntries(last) as Record<string, string | undefined>).filter(([, one]) => one),
  ) as Record<string, string>
}

/** Parameters that do not change which rows are shown, so the page stays the same. */
const KEEPS_PAGE = new Set(['after', 'before', 'columns'])

type Addressed = Pick<AnyList, 'columns' | 'first' | 'pageSize'>

function dropDefaults(list: Addressed, query: URLSearchParams) {
  if (query.get('limit') === String(list.pageSize)) query.delete('limit')
  const sorts = parts(query.get('sort') ?? list.first ?? '')
  const orders = parts(query.get('order') ?? '')
  const natural = sorts.every(
    (one, index) => (orders[index] ?? naturalOrder(list, one)) === naturalOrder(list, one),
  )
  if (natural) query.delete('order')
  if (natural && sorts.join() === list.first) query.delete('sort')
}

/**
 * The address of a list with some parameters changed and defaults omitted. The list returns to its first page when its
 * filters, order or page size change.
 */
export function listHref(
  list: Addressed,
  path: string,
  present: URLSearchParams | Record<string, string>,
  change: Record<string, string | null>,
): string {
  const next = new URLSearchParams(present)
  if (Object.keys(change).some((name) => !KEEPS_PAGE.has(name))) {
    next.delete('after')
    next.delete('before')
  }
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  dropDefaults(list, next)
  const query = next.toString()
  return query ? `${path}?${query}` : path
}
