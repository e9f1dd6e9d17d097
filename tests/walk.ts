import type { Page } from '@/domain/list/page'
import type { SortBy } from '@/domain/list/table'

const PAGES_MAX = 300

type Keyed = { id: string }
type Read<Row> = (window: Record<'limit' | 'after' | 'before', string>) => Promise<Page<Row>>

/** The ids of a list in pages of any size: forward from the first page, then back from the last. */
export async function walk<Row extends Keyed>(read: Read<Row>, size: () => number) {
  const idsOf = ({ items }: Page<Row>) => items.map(({ id }) => id)
  let page = await read({ limit: String(size()), after: '', before: '' })
  const first = page
  const forwards = idsOf(page)
  for (let count = 0; page.next && count < PAGES_MAX; count += 1) {
    page = await read({ limit: String(size()), after: page.next, before: '' })
    forwards.push(...idsOf(page))
  }
  const backwards = idsOf(page)
  for (let count = 0; page.previous && count < PAGES_MAX; count += 1) {
    page = await read({ limit: String(size()), after: '', before: page.previous })
    backwards.unshift(...idsOf(page))
  }
  return { forwards, backwards, first }
}

/** The ids in the order that a list promises, by plain comparison: empty values last, ties by id. */
export function inOrder<Row extends Keyed>(
  rows: readonly Row[],
  by: readonly SortBy[],
  valueOf: (row: Row, sort: string) => string | number | null,
  ties: 'asc' | 'desc' = 'asc',
): string[] {
  const up = (order: 'asc' | 'desc') => (order === 'asc' ? 1 : -1)
  return [...rows]
    .sort((a, b) => {
      for (const { sort, order } of by) {
        const [x, y] = [valueOf(a, sort), valueOf(b, sort)]
        if (x === y) continue
        if (x === null) return 1
        if (y === null) return -1
        return (x < y ? -1 : 1) * up(order)
      }
      return (a.id < b.id ? -1 : 1) * up(ties)
    })
    .map(({ id }) => id)
}
