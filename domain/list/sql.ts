import type { AnyList, Bind, Column, Given, ListParams, Order, Place, Selection, SortBy } from './table'

export type Sql = { text: string; values: unknown[] }

type Statement = { values: unknown[]; bind: Bind }

function begin(): Statement {
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

const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0)

/** The filters that are on, but for some. */
const filtersOn = (list: AnyList, chosen: Chosen, without: readonly string[]) =>
  Object.entries(list.filters).filter(([name]) => isGiven(chosen[name]) && !without.includes(name))

function whereOf(list: AnyList, chosen: Chosen, bind: Bind, without: readonly string[] = []): string[] {
  const conditions = filtersOn(list, chosen, without).map(
    ([name, filter]) => filter.where?.(chosen[name], bind) ?? 'true',
  )
  return [list.only ?? 'true', ...conditions]
}

/** Each of the joins once, in the order in which they are needed. */
const joined = (joins: readonly (string | undefined)[]) =>
  [...new Set(joins)].filter((join) => join !== undefined).join(' ')

const joinsOfFilters = (list: AnyList, chosen: Chosen, without: readonly string[] = []) =>
  filtersOn(list, chosen, without).map(([, { join }]) => join)

const joinsOfColumns = (list: AnyList, by: readonly SortBy[]) =>
  by.map(({ sort }) => columnOf(list, sort).join)

/** What a column is ordered by: empty moments count as the last there can be, whichever way it is sorted. */
function keyOf(list: AnyList, { sort, order }: SortBy, value = columnOf(list, sort).sql): string {
  const last = order === 'asc' ? 'infinity' : '-infinity'
  return 'nullable' in columnOf(list, sort) ? `coalesce(${value}, '${last}'::timestamptz)` : value
}

const turned = (order: Order, backwards: boolean): Order =>
  backwards ? (order === 'asc' ? 'desc' : 'asc') : order

/** Keys break ties one way, whichever way a column is sorted; read backwards, all is turned round. */
function orderBy(list: AnyList, by: readonly SortBy[], backwards = false): string {
  const keys = by.map((one) => `${keyOf(list, one)} ${turned(one.order, backwards)}`)
  return [...keys, `${list.key} ${turned(list.ties ?? 'asc', backwards)}`].join(', ')
}

/**
 * Rows after a place, in an order of several columns: beyond the first, or level with it and beyond the second, and so
 * on to the key. The bound on the first column is said once more by itself, since an index can use that.
 */
function beyond(list: AnyList, by: readonly SortBy[], place: Place, backwards: boolean, bind: Bind): string {
  const sign = (order: Order) => (turned(order, backwards) === 'asc' ? '>' : '<')
  const columns = by.map((one, index) => ({
    key: keyOf(list, one),
    sign: sign(one.order),
    at: keyOf(list, one, bind(place[index], columnOf(list, one.sort).cast)),
  }))
  columns.push({ key: list.key, sign: sign(list.ties ?? 'asc'), at: bind(place.at(-1), 'uuid') })
  const steps = columns.map((column, index) => {
    const level = columns.slice(0, index).map(({ key, at }) => `${key} = ${at}`)
    return `(${[...level, `${column.key} ${column.sign} ${column.at}`].join(' and ')})`
  })
  const [first] = columns
  return `${first ? `${first.key} ${first.sign}= ${first.at} and ` : ''}(${steps.join(' or ')})`
}

/** A row's own value, as cursors hold it. */
function valueSql({ sql, cast }: Column): string {
  if (cast === 'timestamptz') return `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return cast === 'int' ? sql : `${sql}::text`
}

/**
 * One page of a list and one row more, which tells whether there is another page. With `before` the rows come in
 * reverse and are to be turned round. What a row tells is read after the page is cut, for its rows alone.
 */
export function pageSql<L extends AnyList>(list: L, params: ListParams<L>, ...context: Given<L>): Sql {
  const { values, bind } = begin()
  const source = sourceOf(list, bind, context)
  const backwards = params.before !== undefined
  const where = whereOf(list, params, bind)
  const place = params.before ?? params.after
  if (place) where.push(beyond(list, params.by, place, backwards, bind))
  const order = orderBy(list, params.by, backwards)
  const sorts = joinsOfColumns(list, params.by)
  const placed = [...params.by.map(({ sort }) => valueSql(columnOf(list, sort))), list.key]
  const text = `
    with page as (
      select ${list.key} as id from ${source} ${joined([...joinsOfFilters(list, params), ...sorts])}
      where ${where.join(' and ')} order by ${order} limit ${bind(params.limit + 1, 'int')}
    )
    select ${list.row.columns}, json_build_array(${placed.join(', ')}) as place
    from page join ${source} on ${list.key} = page.id ${joined([...list.row.joins, ...sorts])}
    order by ${order}`
  return { text, values }
}

/** The keys of all rows that the filters leave, in order. */
export function keysSql<L extends AnyList>(list: L, selection: Selection<L>, ...context: Given<L>): Sql {
  const { values, bind } = begin()
  const source = sourceOf(list, bind, context)
  const joins = joined([...joinsOfFilters(list, selection), ...joinsOfColumns(list, selection.by)])
  const where = whereOf(list, selection, bind).join(' and ')
  const order = orderBy(list, selection.by)
  return { text: `select ${list.key} from ${source} ${joins} where ${where} order by ${order}`, values }
}

/** How many rows all filters leave, as `n`. */
export function countSql<L extends AnyList>(list: L, selection: Selection<L>, ...context: Given<L>): Sql {
  const { values, bind } = begin()
  const source = sourceOf(list, bind, context)
  const joins = joined(joinsOfFilters(list, selection))
  const where = whereOf(list, selection, bind).join(' and ')
  return { text: `select count(*)::int as n from ${source} ${joins} where ${where}`, values }
}

/**
 * How many rows, as `n`, each combination of some values has under every filter but those of the same names.
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
  const where = whereOf(list, selection, bind, names).join(' and ')
  const counted = Object.entries(groups).map(([name, sql]) => `${sql} as ${name}`)
  const text = `select ${counted.join(', ')}, count(*)::int as n from ${source} ${joins}
    where ${where} group by ${Object.values(groups).join(', ')}`
  return { text, values }
}
