import 'server-only'
import { sqlPool } from '@/prisma/client'
import { writeCursor } from './cursor'
import { pageOf, type Page } from './page'
import { countSql, pageAndTotalSql, pageSql, restSql, rowSql, type Sql } from './sql'
import {
  firstOrder,
  type AnyList,
  type Given,
  type ListParams,
  type Keyset,
  type RowOf,
  type Selection,
} from './table'

export const readRows = async <Row extends object>({ text, values }: Sql): Promise<Row[]> =>
  (await sqlPool().query<Row>(text, values)).rows

/** A page of a list. The caller must check who may see the rows. */
export async function readPage<L extends AnyList>(
  list: L,
  params: ListParams<L>,
  ...context: Given<L>
): Promise<Page<RowOf<L>>> {
  const rows = await readRows<RowOf<L> & { keyset: Keyset }>(pageSql(list, params, ...context))
  return pageOf<RowOf<L>>(list, params, rows)
}

/** A page of a list and the number of its rows, by one query; see `pageAndTotalSql`. */
export async function readPageAndTotal<L extends AnyList>(
  list: L,
  params: ListParams<L>,
  ...context: Given<L>
): Promise<Page<RowOf<L>> & { total: number }> {
  type Row = RowOf<L> & { keyset: Keyset | null; total: number }
  const rows = await readRows<Row>(pageAndTotalSql(list, params, ...context))
  const found = rows.flatMap(({ total: _, keyset, ...row }) =>
    keyset === null ? [] : [{ ...row, keyset } as unknown as RowOf<L> & { keyset: Keyset }],
  )
  return { ...pageOf<RowOf<L>>(list, params, found), total: rows[0]?.total ?? 0 }
}

/** A page of a list that is read forwards and in its first order: where it begins, and the filters. */
export type Onwards<L extends AnyList> = Omit<Selection<L>, 'by'> & { after?: Keyset; limit?: number }

/** A page of a list without the way back. The caller must check who may see the rows. */
export async function readOnwards<L extends AnyList>(
  list: L,
  asked: Onwards<L>,
  ...context: Given<L>
): Promise<{ items: RowOf<L>[]; next: string | null }> {
  const { limit = list.pageSize } = asked
  const params = { ...asked, limit, by: firstOrder(list) } as ListParams<L>
  const { items, next } = await readPage(list, params, ...context)
  return { items, next }
}

/** The row with this key; null when it is not in the list. */
export async function readRow<L extends AnyList>(
  list: L,
  id: string,
  ...context: Given<L>
): Promise<RowOf<L> | null> {
  const [row] = await readRows<RowOf<L> & object>(rowSql(list, id, ...context))
  return row ?? null
}

/** The number of rows that the filters select. */
export async function readTotal<L extends AnyList>(
  list: L,
  selection: Selection<L>,
  ...context: Given<L>
): Promise<number> {
  const [row] = await readRows<{ n: number }>(countSql(list, selection, ...context))
  return row?.n ?? 0
}

/** The first row of a list, or the nearest one after or before a keyset, with its own cursor; null without one. */
export async function readNearest<L extends AnyList>(
  list: L,
  at: Selection<L> & { after?: Keyset; before?: Keyset },
  ...context: Given<L>
): Promise<{ row: RowOf<L>; cursor: string } | null> {
  const params = { ...at, limit: 1 } as unknown as ListParams<L>
  const [found] = await readRows<RowOf<L> & { keyset: Keyset }>(pageSql(list, params, ...context))
  return found ? { row: found, cursor: writeCursor(list, at.by, found.keyset) } : null
}

/** The number of rows after a keyset. */
export async function readRest<L extends AnyList>(
  list: L,
  at: Selection<L> & { after: Keyset },
  ...context: Given<L>
): Promise<number> {
  const [row] = await readRows<{ n: number }>(restSql(list, at, ...context))
  return row?.n ?? 0
}
