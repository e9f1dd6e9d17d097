import type { z } from 'zod'

export type Order = 'asc' | 'desc'
export type SortBy<Sort extends string = string> = { sort: Sort; order: Order }

/** A point between two rows: the sort values, then the key. */
export type Keyset = (string | number | null)[]

/** Adds a value to a query and returns its placeholder, cast to the named database type. */
export type Bind = (value: unknown, cast: string) => string

/** A column that rows can be sorted by. */
export type Column = {
  /** SQL of the value. It is never null unless the column is `nullable`. */
  sql: string
  /** The join that the column needs. */
  join?: string
  /** The default direction of sorting; ascending if not given. */
  natural?: Order
} & (
  | { cast: 'int' | 'text' }
  /** Empty texts come last in either direction. The database must compare the values by their code points. */
  | { cast: 'text'; nullable: true }
  /** The distance from the value of a filter, by its name. The column's own SQL is its value without the filter. */
  | { cast: 'int'; distanceFrom: string }
  /** Empty moments come last in either direction. */
  | { cast: 'timestamptz'; nullable?: true }
  | { cast: `"${string}"`; values: readonly string[] }
)

/** A value that names a row and is its cursor. */
export type Name<Schema extends z.ZodType<string> = z.ZodType<string>> = {
  /** SQL of the value, which no two rows share. */
  sql: string
  cast: 'uuid' | 'text'
  /** The values that an address may give. */
  schema: Schema
}

/** A filter that narrows a list. */
export type Filter<Schema extends z.ZodType = z.ZodType> = {
  /** The values that an address may give; the parameter may be absent. */
  schema: Schema
  /** The join that the filter needs. */
  join?: string
  /** The SQL condition; absent for parameters that change only how a list is shown. `context` is the list's own. */
  where?(value: z.output<Schema>, bind: Bind, context: never): string
  /** SQL of how far a row is from the value, as an integer; null when all rows are equally far. */
  distance?(value: z.output<Schema>, bind: Bind): string | null
}

/** The columns to read for a row. `shape` is never set; it only carries the type. */
export type RowSql<Row> = { columns: string; joins: readonly string[]; shape?: Row }

export const rowOf = <Row>(columns: string, joins: readonly string[] = []): RowSql<Row> => ({
  columns,
  joins,
})

/** The definition of a list. The HTTP API describes `columns` and `filters` in this order. */
export type List<
  Columns extends Record<string, Column>,
  Filters extends Record<string, Filter>,
  Context,
  Row,
  Cursor = EncodedCursor | NamedCursor,
> = {
  /** The table with its alias, or a subquery that depends on the context of the request. */
  from: string | ((bind: Bind, context: Context) => string)
  /** The column that identifies rows and breaks ties. */
  key: string
  /** The direction in which the key breaks ties, whichever way the rows are sorted; ascending if not given. */
  ties?: Order
  /** The condition for rows to be in the list at all. */
  only?: string
  row: RowSql<Row>
  columns: Columns
  /** The column that the rows are sorted by unless an address names another. Without it the key alone sorts them. */
  first?: keyof NoInfer<Columns> & string
  /** The column that comes before `first` when this filter is used. */
  nearest?: { filter: string; column: string }
  /** Whether an address may name several columns. */
  several?: true
  filters: Filters
  pageSize: number
} & Cursor

type EncodedCursor = {
  /** The longest accepted cursor, in characters. */
  cursorMax: number
}

/** The name of a row, used as a cursor. It does not say which order it belongs to, so the list may have only one. */
type NamedCursor = { named: Name }

export type AnyList = List<Record<string, Column>, Record<string, Filter>, never, unknown>

export const defineList = <
  const Columns extends Record<string, Column>,
  Filters extends Record<string, Filter>,
  Row,
  Cursor extends EncodedCursor | NamedCursor,
  Context = void,
>(
  list: List<Columns, Filters, Context, Row, Cursor>,
) => list

export type SortOf<L extends AnyList> = keyof L['columns'] & string
export type RowOf<L extends AnyList> = L['row'] extends RowSql<infer Row> ? Row : never

type ContextOf<L extends AnyList> = L['from'] extends string | ((bind: Bind, context: infer C) => string)
  ? C
  : never
/** The context a list is read in, such as the clock; empty for most lists. */
export type Given<L extends AnyList> = [ContextOf<L>] extends [void] ? [] : [context: ContextOf<L>]

/** The filters and the order of a list. */
export type Selection<L extends AnyList> = {
  [Name in keyof L['filters']]?: z.output<L['filters'][Name]['schema']>
} & { by: SortBy<SortOf<L>>[] }

/** The page to read: its size and the keyset it begins after or ends before. */
export type Window = { limit: number; after?: Keyset; before?: Keyset }
export type ListParams<L extends AnyList> = Selection<L> & Window

export const naturalOrder = (list: Pick<AnyList, 'columns'>, sort: string): Order =>
  list.columns[sort]?.natural ?? 'asc'

/** The default order of a list. */
export const firstOrder = <L extends AnyList>(list: L): SortBy<SortOf<L>>[] =>
  list.first === undefined ? [] : [{ sort: list.first, order: naturalOrder(list, list.first) }]
