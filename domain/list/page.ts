import { writeCursor } from './cursor'
import type { AnyList, Keyset, SortBy, Window } from './table'

/** A page with the cursors of its neighbours; null when there is none. */
export type Page<Row> = { items: Row[]; next: string | null; previous: string | null }

/** Turns the rows of `pageSql` into a page: it drops the extra row and reverses rows that were read backwards. */
export function pageOf<Row>(
  list: AnyList,
  { by, limit, after, before }: Window & { by: readonly SortBy[] },
  rows: readonly (Row & { keyset: Keyset })[],
): Page<Row> {
  const backwards = before !== undefined
  const more = rows.length > limit
  const page = rows.slice(0, limit)
  if (backwards) page.reverse()
  const [first, last] = [page.at(0), page.at(-1)]
  return {
    items: page.map(({ keyset: _, ...row }) => row as unknown as Row),
    next: last && (backwards || more) ? writeCursor(list, by, last.keyset) : null,
    previous: first && (backwards ? more : after) ? writeCursor(list, by, first.keyset) : null,
  }
}
