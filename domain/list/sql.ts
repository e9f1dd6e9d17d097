import type { AnyList, Bind, Column, Given, ListParams, Order, Keyset, Selection, SortBy } from './table'

export type Sql = { text: string; values: unknown[] }

type Bindings = { values: unknown[]; bind: Bind }

function begin(): Bindings {
  const values: unknown[] = []
  return { values, bind: (value, cast) => `$${values.push(value)}::${cast}` }
}

const sourceOf = ({ from }: AnyList, bind: Bind, [context]: readonly unknown[]) =>
  typeof from === 'string' ? from : from(bind, context as never)

const columnOf = (list: AnyList, sort: string): Column => {
  const column = list.columns[sort]
  if (!column) throw new Error(`The list has no column ${sort}`)
  return column
}

type Chosen = Record<string, unknown>

/** The list with the SQL of those sorting columns that depend on a filter. */
function withDistances<L extends AnyList>(list: L, selection: Selection<L>, bind: Bind): L {
  const chosen: Chosen = selection
  const columns = Object.entries(list.columns).map(([name, column]) => {
    if (!('distanceFrom' in column) || !selection.by.some(({ sort }) => sort === name)) return [name, column]
    const value = chosen[column.distanceFrom]
    const sql = isGiven(value) ? list.filters[column.distanceFrom]?.distance?.(value, bind) : null
    return [name, { ...column, sql: sql ?? column.sql }]
  })
  return { ...list, columns: Object.fromEntries(columns) as L['columns'] }
}

const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0)

/** The active filters, except those in `without`. */
const filtersOn = (list: AnyList, chosen: Chosen, without: readonly string[]) =>
  Object.entries(list.filters).filter(([name]) => isGiven(chosen[name]) && !without.includes(name))

function whereOf(
  list: AnyList,
  chosen: Chosen,
  bind: Bind,
  [context]: readonly unknown[],
  without: readonly string[] = [],
): string[] {
  const conditions = filtersOn(list, chosen, without).map(
    ([name, filter]) => filter.where?.(chosen[name], bind, context as never) ?? 'true',
  )
  return [list.only ?? 'true', ...conditions]
}

/** Each join once, in the order of need. */
const joined = (joins: readonly (string | undefined)[]) =>
  [...new Set(joins)].filter((join) => join !== undefined).join(' ')

const joinsOfFilters = (list: AnyList, chosen: Chosen, without: readonly string[] = []) =>
  filtersOn(list, chosen, without).map(([, { join }]) => join)

const joinsOfColumns = (list: AnyList, by: readonly SortBy[]) =>
  by.map(({ sort }) => columnOf(list, sort).join)

/** What an empty value counts as, so that it comes last. No text is sorted after the last code point. */
const LAST = {
  timestamptz: { asc: `'infinity'::timestamptz`, desc: `'-infinity'::timestamptz` },
  text: { asc: `U&'\\+10FFFF'`, desc: `''` },
}

/** The sort key of a column. An empty value becomes the last possible one, in either direction. */
function keyOf(list: AnyList, { sort, order }: SortBy, value = columnOf(list, sort).sql): string {
  const column = columnOf(list, sort)
  return 'nullable' in column ? `coalesce(${value}, ${LAST[column.cast][order]})` : value
}

const turned = (order: Order, backwards: boolean): Order =>
  backwards ? (order === 'asc' ? 'desc' : 'asc') : order

/**
 * The order of a query. The key breaks ties in one direction, whichever way the columns are sorted. Reading backwards
 * reverses everything.
 */
function orderBy(list: AnyList, by: readonly SortBy[], backwards = false): string {
  const keys = by.map((one) => `${keyOf(list, one)} ${turned(one.order, backwards)}`)
  return [...keys, `${list.key} ${turned(list.ties ?? 'asc', backwards)}`].join(', ')
}

/** The sort values and the key of a keyset, as SQL. Where a row's name is the cursor, they are read from that row. */
function valuesAt(
  list: AnyList,
  by: readonly SortBy[],
  keyset: Keyset,
  source: string,
  bind: Bind,
): string[] {
  if ('named' in list) {
    const { sql, cast } = list.named
    const name = bind(keyset[0], cast)
    return [...by.map((one) => keyOf(list, one)), list.key].map((value) =>
      value === sql ? name : `(select ${value} from ${source} where ${sql} = ${name})`,
    )
  }
  const values = by.map((one, index) => keyOf(list, one, bind(keyset[index], columnOf(list, one.sort).cast)))
  return [...values, bind(keyset.at(-1), 'uuid')]
}

/**
 * The condition for rows after a keyset, in an order of several columns. A row qualifies if it is beyond the keyset in
 * the first column, or equal there and beyond it in the second, and so on down to the key. The bound on the first
 * column is repeated on its own, because an index can use that.
 */
function beyond(list: AnyList, by: readonly SortBy[], values: readonly string[], backwards: boolean): string {
  const sign = (order: Order) => (turned(order, backwards) === 'asc' ? '>' : '<')
  const keys = [
    ...by.map((one) => ({ key: keyOf(list, one), sign: sign(one.order) })),
    { key: list.key, sign: sign(list.ties ?? 'asc') },
  ]
  const columns = keys.map((column, index) => ({ ...column, at: values[index] }))
  const steps = columns.map((column, index) => {
    const level = columns.slice(0, index).map(({ key, at }) => `${key} = ${at}`)
    return `(${[...level, `${column.key} ${column.sign} ${column.at}`].join(' and ')})`
  })
  const [first] = columns
  return `${first ? `${first.key} ${first.sign}= ${first.at} and ` : ''}(${steps.join(' or ')})`
}

/** A row's value of a column, in the format of cursors. */
function valueSql({ sql, cast }: Column): string {
  if (cast === 'timestamptz') return `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return cast === 'int' ? sql : `${sql}::text`
}

/**
 * One page of a list and one extra row, which shows whether there is another page. With `before` the rows arrive in
 * reverse order. Other tables are read after the page is cut, only for its rows.
 */
export function pageSql<L extends AnyList>(defined: L, params: ListParams<L>, ...context: Given<L>): Sql {
  const { values, bind } = begin()
  const list = withDistances(defined, params, bind)
  const source = sourceOf(list, bind, context)
  const backwards = params.before !== undefined
  const where = whereOf(list, params, bind, context)
  const keyset = params.before ?? params.after
  const sorts = joinsOfColumns(list, params.by)
  if (keyset) {
    const keys = valuesAt(list, params.by, keyset, `${source} ${joined(sorts)}`, bind)
    where.push(beyond(list, params.by, keys, backwards))
  }
  const order = orderBy(list, params.by, backwards)
  const [alias] = list.key.split('.')
  const keysetSql =
    'named' in list
      ? [list.named.sql]
      : [...params.by.map(({ sort }) => valueSql(columnOf(list, sort))), list.key]
  const text = `
    select ${list.row.columns}, json_build_array(${keysetSql.join(', ')}) as keyset
    from (
      select ${alias}.* from ${source} ${joined([...joinsOfFilters(list, params), ...sorts])}
      where ${where.join(' and ')} order by ${order} limit ${bind(params.limit + 1, 'int')}
    ) ${alias} ${joined([...list.row.joins, ...sorts])}
    order by ${order}`
  return { text, values }
}

/** The list of the rows that `found` holds: their keys and sort keys, which have their last values in place of empty ones. */
const foundOf = (list: AnyList, by: readonly SortBy[]): AnyList => ({
  ...list,
  key: 'found.key',
  columns: Object.fromEntries(
    by.map(({ sort }, index) => [
      sort,
      { sql: `found.sort${index}`, cast: columnOf(list, sort).cast } as Column,
    ]),
  ),
})

/**
 * As `pageSql`, and the number of all rows that the filters select, as `total` in each row. The rows are found once for
 * both, so this is for filters whose rows no index gives in order. A page without rows is one row without a keyset.
 */
export function pageAndTotalSql<L extends AnyList>(
  defined: L,
  params: ListParams<L>,
  ...context: Given<L>
): Sql {
  const { values, bind } = begin()
  const list = withDistances(defined, params, bind)
  const { by, before, after = before } = params
  const backwards = before !== undefined
  const source = sourceOf(list, bind, context)
  const sorts = joinsOfColumns(list, by)
  const found = foundOf(list, by)
  const where = whereOf(list, params, bind, context).join(' and ')
  const sortKeys = by.map((one, index) => `${keyOf(list, one)} as sort${index}`)
  const at = after && valuesAt(list, by, after, source, bind)
  const keyset = [...by.map(({ sort }) => valueSql(columnOf(list, sort))), list.key].join(', ')
  const text = `
    with found as materialized (
      select ${[`${list.key} as key`, ...sortKeys].join(', ')}
      from ${source} ${joined([...joinsOfFilters(list, params), ...sorts])} where ${where}),
    page as (
      select key from found where ${at ? beyond(found, by, at, backwards) : 'true'}
      order by ${orderBy(found, by, backwards)} limit ${bind(params.limit + 1, 'int')})
    select counted.total, ${list.row.columns},
      case when ${list.key} is not null then json_build_array(${keyset}) end as keyset
    from (select count(*)::int as total from found) counted
    left join (
      page join ${source} on ${list.key} = page.key ${joined([...list.row.joins, ...sorts])}
    ) on true
    order by ${orderBy(list, by, backwards)}`
  return { text, values }
}

/** The row with this key, if it is in the list. */
export function rowSql<L extends AnyList>(list: L, id: string, ...context: Given<L>): Sql {
  const { values, bind } = begin()
  const source = sourceOf(list, bind, context)
  const where = [list.only ?? 'true', `${list.key} = ${bind(id, 'uuid')}`].join(' and ')
  return {
    text: `select ${list.row.columns} from ${source} ${joined(list.row.joins)} where ${where}`,
    values,
  }
}

/** The keys of all rows that the filters select, in order. */
export function keysSql<L extends AnyList>(defined: L, selection: Selection<L>, ...context: Given<L>): Sql {
  const { values, bind } = begin()
  const list = withDistances(defined, selection, bind)
  const source = sourceOf(list, bind, context)
  const joins = joined([...joinsOfFilters(list, selection), ...joinsOfColumns(list, selection.by)])
  const where = whereOf(list, selection, bind, context).join(' and ')
  const order = orderBy(list, selection.by)
  return { text: `select ${list.key} from ${source} ${joins} where ${where} order by ${order}`, values }
}

/** The number of rows that all filters select, as `n`. */
export function countSql<L extends AnyList>(list: L, selection: Selection<L>, ...context: Given<L>): Sql {
  const { values, bind } = begin()
  const source = sourceOf(list, bind, context)
  const joins = joined(joinsOfFilters(list, selection))
  const where = whereOf(list, selection, bind, context).join(' and ')
  return { text: `select count(*)::int as n from ${source} ${joins} where ${where}`, values }
}

/** The number of rows after a keyset, as `n`. */
export function restSql<L extends AnyList>(
  defined: L,
  { after, ...selection }: Selection<L> & { after: Keyset },
  ...context: Given<L>
): Sql {
  const { values, bind } = begin()
  const list = withDistances(defined, selection as unknown as Selection<L>, bind)
  const source = sourceOf(list, bind, context)
  const sorts = joinsOfColumns(list, selection.by)
  const keys = valuesAt(list, selection.by, after, `${source} ${joined(sorts)}`, bind)
  const where = [...whereOf(list, selection, bind, context), beyond(list, selection.by, keys, false)]
  const joins = joined([...joinsOfFilters(list, selection), ...sorts])
  return { text: `select count(*)::int as n from ${source} ${joins} where ${where.join(' and ')}`, values }
}

/**
 * The number of rows, as `n`, for each combination of values. Each combination counts under every filter except those
 * with the names of the groups.
 * @param groups SQL of each value, by the name of its filter
 */
export function cellsSql<L extends AnyList>(
  list: L,
  groups: Record<string, string>,
  selection: Selection<L>,
  ...context: Given<L>
): Sql {
  const { values, bind } = begin()
  const source = sourceOf(list, bind, context)
  const names = Object.keys(groups)
  const joins = joined(joinsOfFilters(list, selection, names))
  const where = whereOf(list, selection, bind, context, names).join(' and ')
  const counted = Object.entries(groups).map(([name, sql]) => `${sql} as ${name}`)
  const text = `select ${counted.join(', ')}, count(*)::int as n from ${source} ${joins}
    where ${where} group by ${Object.values(groups).join(', ')}`
  return { text, values }
}
