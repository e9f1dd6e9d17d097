import { likePattern, searchTerms } from '@/domain/text/search'
import type { ClaimListParams, ClaimSelection, Order, Place, Sort, SortBy } from './params'
import { noClaims, type ClaimStatus, type StatusCounts } from './rules'

export type Sql = { text: string; values: unknown[] }

/** Columns of a claim `c` and its article `a`; `cast` is the type a cursor's value is read as. */
const COLUMNS: Record<Sort, { column: string; cast: string; nullable?: true }> = {
  updated: { column: 'c.updated_at', cast: 'timestamptz' },
  created: { column: 'c.created_at', cast: 'timestamptz' },
  due: { column: 'c.due_at', cast: 'timestamptz', nullable: true },
  number: { column: 'c.number', cast: 'int' },
  status: { column: 'c.status', cast: '"ClaimStatus"' },
  priority: { column: 'c.priority', cast: '"Priority"' },
  article: { column: 'a.title', cast: 'text' },
}

class Values {
  readonly all: unknown[] = []
  add(value: unknown): string {
    this.all.push(value)
    return `$${this.all.length}`
  }
}

/** The counted ones are those whose values are counted, so that a list can be asked for without them. */
function filters(params: ClaimSelection, values: Values, counted = true): string[] {
  const where = ['c.withdrawn_at is null']
  const any = (column: string, given: readonly string[] | undefined, cast: string) => {
    if (given?.length) where.push(`${column} = any(${values.add(given)}::${cast}[])`)
  }
  if (counted) any('c.status', params.status, '"ClaimStatus"')
  any('c.priority', params.priority, '"Priority"')
  any('c.article_id', params.article, 'uuid')
  any('a.language', params.language, 'text')
  if (params.desk?.length) {
    const desks = values.add(params.desk)
    where.push(
      `a.desk_id in (select id from desk where name = any(${desks}::text[]) or id::text = any(${desks}::text[]))`,
    )
  }
  if (counted && params.assignee?.length) {
    const people = params.assignee.filter((one) => one !== 'none')
    const none = people.length < params.assignee.length
    const named = `c.assignee_id = any(${values.add(people)}::uuid[])`
    where.push(none ? `(${named} or c.assignee_id is null)` : named)
  }
  for (const term of searchTerms(params.q ?? '')) where.push(`c.search like ${values.add(likePattern(term))}`)
  return where
}

const needsArticle = (params: ClaimSelection) =>
  Boolean(params.language?.length || params.desk?.length || params.by.some(({ sort }) => sort === 'article'))

/** What a column is ordered by: empty values count as the last there can be, whichever way it is sorted. */
const keyOf = ({ sort, order }: SortBy, value = COLUMNS[sort].column) =>
  COLUMNS[sort].nullable ? `coalesce(${value}, '${order === 'asc' ? '' : '-'}infinity'::timestamptz)` : value

const turned = (order: Order, backwards: boolean): Order =>
  backwards ? (order === 'asc' ? 'desc' : 'asc') : order

/** Ids break ties upwards, whichever way a column is sorted; read backwards, all is turned round. */
function orderBy(by: SortBy[], backwards: boolean): string {
  const keys = by.map((one) => `${keyOf(one)} ${turned(one.order, backwards)}`)
  return [...keys, `c.id ${turned('asc', backwards)}`].join(', ')
}

/**
 * Rows after a place, in an order of several columns: beyond the first, or level with it and beyond the second, and so
 * on to the id. The bound on the first column is said once more by itself, since an index can use that.
 */
function beyondPlace(by: SortBy[], place: Place, backwards: boolean, values: Values): string {
  const columns = by.map((one, index) => ({
    key: keyOf(one),
    sign: turned(one.order, backwards) === 'asc' ? '>' : '<',
    at: keyOf(one, `${values.add(place[index])}::${COLUMNS[one.sort].cast}`),
  }))
  columns.push({ key: 'c.id', sign: backwards ? '<' : '>', at: `${values.add(place.at(-1))}::uuid` })
  const steps = columns.map(({ key, sign, at }, index) => {
    const level = columns.slice(0, index).map((before) => `${before.key} = ${before.at}`)
    return `(${[...level, `${key} ${sign} ${at}`].join(' and ')})`
  })
  const [first] = columns
  return `${first ? `${first.key} ${first.sign}= ${first.at} and ` : ''}(${steps.join(' or ')})`
}

const time = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A row's own place, as the cursors hold it. */
const placeOf = ({ sort }: SortBy) => {
  const { column, cast } = COLUMNS[sort]
  if (cast === 'timestamptz') return time(column)
  return cast === 'int' ? column : `${column}::text`
}

/**
 * One page of claims and one row more, which tells whether there is another page. With `before` the rows come in
 * reverse and are to be turned round. Joins come after the page is cut, so that they touch its rows alone.
 */
export function listSql(params: ClaimListParams): Sql {
  const values = new Values()
  const backwards = params.before !== undefined
  const where = filters(params, values)
  const place = params.before ?? params.after
  if (place) where.push(beyondPlace(params.by, place, backwards, values))
  const order = orderBy(params.by, backwards)
  const text = `
    with page as (
      select c.id,
        json_build_array(${[...params.by.map(placeOf), 'c.id'].join(', ')}) as place
      from (
        select c.id, c.article_id, c.number, c.status, c.priority, c.due_at, c.created_at, c.updated_at from claim c ${needsArticle(params) ? 'join article a on a.id = c.article_id' : ''}
        where ${where.join(' and ')}
        order by ${order}
        limit ${values.add(params.limit + 1)}
      ) c join article a on a.id = c.article_id
    )
    select c.id, c.number, c.quote, c.status, c.priority, c.version, c.due_at as "dueAt",
      c.created_at as "createdAt", c.updated_at as "updatedAt",
      json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article,
      case when d.id is null then null else json_build_object('id', d.id, 'name', d.name) end as desk,
      case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as assignee,
      page.place
    from page join claim c on c.id = page.id join article a on a.id = c.article_id
      left join desk d on d.id = a.desk_id left join "user" u on u.id = c.assignee_id
    order by ${order}`
  return { text, values: values.all }
}

/** The ids of all claims that the filters leave, in order. */
export function idsSql(params: ClaimSelection): Sql {
  const values = new Values()
  const where = filters(params, values)
  const text = `select c.id from claim c ${needsArticle(params) ? 'join article a on a.id = c.article_id' : ''}
    where ${where.join(' and ')} order by ${orderBy(params.by, false)}`
  return { text, values: values.all }
}

const articleForFilters = (params: ClaimSelection) =>
  params.language?.length || params.desk?.length ? 'join article a on a.id = c.article_id' : ''

/** How many claims all filters leave, as `n`. */
export function totalSql(params: ClaimSelection): Sql {
  const values = new Values()
  const where = filters(params, values).join(' and ')
  return {
    text: `select count(*)::int as n from claim c ${articleForFilters(params)} where ${where}`,
    values: values.all,
  }
}

export type Cell = { status: ClaimStatus; assignee: string | null; n: number }

/**
 * How many claims each pair of status and assignee has, under every filter but those two: one reading of the claims,
 * out of which `countCells` makes both facets and the total.
 */
export function cellsSql(params: ClaimListParams): Sql {
  const values = new Values()
  const where = filters(params, values, false).join(' and ')
  return {
    text: `select c.status, c.assignee_id as assignee, count(*)::int as n
      from claim c ${articleForFilters(params)} where ${where} group by c.status, c.assignee_id`,
    values: values.all,
  }
}

export type ClaimFacets = { status: StatusCounts; assignee: Record<string, number> }

/** Each facet under every filter but its own; `none` is nobody. */
export function countCells(
  cells: readonly Cell[],
  { status, assignee }: Pick<ClaimListParams, 'status' | 'assignee'>,
): { total: number; facets: ClaimFacets } {
  const people = assignee?.map((id) => id.toLowerCase())
  const facets: ClaimFacets = { status: noClaims(), assignee: {} }
  let total = 0
  for (const cell of cells) {
    const person = cell.assignee ?? 'none'
    const ofPerson = !people?.length || people.includes(person)
    const ofStatus = !status?.length || status.includes(cell.status)
    if (ofPerson) facets.status[cell.status] += cell.n
    if (ofStatus) facets.assignee[person] = (facets.assignee[person] ?? 0) + cell.n
    if (ofPerson && ofStatus) total += cell.n
  }
  return { total, facets }
}
