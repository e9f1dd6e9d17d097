import type { z } from 'zod'

export type Order = 'asc' | 'desc'
export type SortBy<Sort extends string = string> = { sort: Sort; order: Order }

/** A place between two rows: the values they are sorted by, then the key. */
export type Place = (string | number | null)[]

/** Adds a value to a statement; what stands for it there, as the type of the database that is named. */
export type Bind = (value: unknown, cast: string) => string

/** What rows can be sorted by. */
export type Column = {
  /** SQL of the value. It is never null, unless the column says so. */
  sql: string
  /** What has to be joined for it. */
  join?: string
  /** The way it is sorted unless an address says so; upwards where nothing is said. */
  natural?: Order
} & (
  | { cast: 'int' | 'text' }
  /** Empty moments come last, whichever way the rows are sorted. */
  | { cast: 'timestamptz'; nullable?: true }
  | { cast: `"${string}"`; values: readonly string[] }
)

/** What narrows a list. */
export type Filter<Schema extends z.ZodType = z.ZodType> = {
  /** What an address may say, left out or not. */
  schema: Schema
  /** What has to be joined for it. */
  join?: string
  /** The condition in SQL; none for what changes only how a list is shown. */
  where?(value: z.output<Schema>, bind: Bind): string
}

/** What is read of a row; `shape` is never there and carries the type. */
export type RowSql<Row> = { columns: string; joins: readonly string[]; shape?: Row }

export const rowOf = <Row>(columns: string, joins: readonly string[] = []): RowSql<Row> => ({
  columns,
  joins,
})

/** What a list is: the order of `columns` and `filters` is the one in which the HTTP API describes them. */
export type List<
  Columns extends Record<string, Column>,
  Filters extends Record<string, Filter>,
  Context,
  Row,
> = {
  /** The table under its short name, or what stands for it at the moment and place of the reading. */
  from: string | ((bind: Bind, context: Context) => string)
  /** The column that tells rows apart and breaks ties. */
  key: string
  /** Which way it breaks them, whichever way the rows are sorted; upwards where nothing is said. */
  ties?: Order
  /** Which rows are in the list at all. */
  only?: string
  row: RowSql<Row>
  columns: Columns
  /** What the rows are sorted by unless an address says so. */
  first: keyof NoInfer<Columns> & string
  /** Whether an address may name several columns. */
  several?: true
  filters: Filters
  pageSize: number
  /** The longest cursor that is read, in characters. */
  cursorMax: number
}

export type AnyList = List<Record<string, Column>, Record<string, Filter>, never, unknown>

export const defineList = <
  const Columns extends Record<string, Column>,
  Filters extends Record<string, Filter>,
  Row,
  Context = void,
>(
  list: List<Columns, Filters, Context, Row>,
) => list

export type SortOf<L extends AnyList> = keyof L['columns'] & string
export type RowOf<L extends AnyList> = L['row'] extends RowSql<infer Row> ? Row : never

type ContextOf<L extends AnyList> = L['from'] extends string | ((bind: Bind, context: infer C) => string)
  ? C
  : never
/** The arguments that say by what clock and the like a list is read; none for most lists. */
export type Given<L extends AnyList> = [ContextOf<L>] extends [void] ? [] : [context: ContextOf<L>]

/** Which rows, and in what order. */
export type Selection<L extends AnyList> = {
  [Name in keyof L['filters']]?: z.output<L['filters'][Name]['schema']>
} & { by: SortBy<SortOf<L>>[] }

/** Where in a list a page stands: after a place or before one. */
export type Window = { limit: number; after?: Place; before?: Place }
export type ListParams<L extends AnyList> = Selection<L> & Window

export const naturalOrder = (list: Pick<AnyList, 'columns'>, sort: string): Order =>
  list.columns[sort]?.natural ?? 'asc'

/** The order of a list unless something else is asked for. */
export const firstOrder = <L extends AnyList>(list: L): SortBy<SortOf<L>>[] => [
  { sort: list.first, order: naturalOrder(list, list.first) },
]
