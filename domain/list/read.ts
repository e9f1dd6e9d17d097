import 'server-only'
import { sqlPool } from '@/prisma/client'
import { pageOf, type Page } from './page'
import { countSql, pageSql, type Sql } from './sql'
import type { AnyList, Given, ListParams, Keyset, RowOf, Selection } from './table'

export const readRows = async <Row extends object>({ text, values }: Sql): Promise<Row[]> =>
  (await sqlPool().query<Row>(text, values)).rows

/** A page of a list. The caller must check who may see the rows. */
export async function readPage<L extends AnyList>(
  list: L,
  params: ListParams<L>,
  ...context: Given<L>
): Promise<Page<RowOf<L>>> {
  const rows = await readRows<RowOf<L> & { keyset: Keyset }>(pageSql(list, params, ...context))
  return pageOf<RowOf<L>>(params, rows)
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
