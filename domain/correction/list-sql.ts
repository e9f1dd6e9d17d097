import { TARGETS } from './clock'
import type { CorrectionListParams, Order, Sort } from './params'

export type Sql = { text: string; values: unknown[] }

/** The newsroom's time zone and the present moment, by which things are due. */
export type Clock = { zone: string; at: Date }

class Values {
  readonly all: unknown[] = []
  add(value: unknown): string {
    this.all.push(value)
    return `$${this.all.length}`
  }
}

const daysOf = (targets: Record<string, number>) =>
  `case c.severity ${Object.entries(targets)
    .map(([severity, days]) => `when '${severity}' then ${days}`)
    .join(' ')} end`

/** When the next step is due, as `dueAt` of clock.ts says it; null where there is none. */
const dueSql = (zone: string) =>
  `case when c.state in ('published', 'rejected') then null
    else ((c.reported_at at time zone ${zone}) + make_interval(days =>
      case when c.state = 'reported' then ${daysOf(TARGETS.acknowledge)} else ${daysOf(TARGETS.publish)} end
    )) at time zone ${zone} end`

const CASTS: Record<Sort, string> = {
  due: 'timestamptz',
  number: 'int',
  severity: '"Severity"',
  reported: 'timestamptz',
  published: 'timestamptz',
}

/** What rows are sorted by: never null, so that a place in the list is a comparison of two values. */
function keyOf(sort: Sort, due: string): string {
  if (sort === 'due') return `coalesce(${due}, 'infinity'::timestamptz)`
  if (sort === 'published') return `coalesce(c.published_at, '-infinity'::timestamptz)`
  return { number: 'c.number', severity: 'c.severity', reported: 'c.reported_at' }[sort]
}

function filters(params: CorrectionListParams, values: Values, due: () => string, at: Date): string[] {
  const where: string[] = ['true']
  const any = (column: string, given: readonly string[] | undefined, cast: string) => {
    if (given?.length) where.push(`${column} = any(${values.add(given)}::${cast}[])`)
  }
  any('c.state', params.state, '"CorrectionState"')
  any('c.kind', params.kind, '"CorrectionKind"')
  any('c.severity', params.severity, '"Severity"')
  any('c.article_id', params.article, 'uuid')
  if (params.owner?.length) {
    const people = params.owner.filter((one) => one !== 'none')
    const named = `c.owner_id = any(${values.add(people)}::uuid[])`
    where.push(people.length < params.owner.length ? `(${named} or c.owner_id is null)` : named)
  }
  if (params.overdue !== undefined)
    where.push(`coalesce(${due()} < ${values.add(at)}::timestamptz, false) = ${params.overdue}`)
  return where
}

const turned = (order: Order, backwards: boolean): Order =>
  backwards ? (order === 'asc' ? 'desc' : 'asc') : order

const time = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

function placeSql(sort: Sort, key: string): string {
  if (CASTS[sort] !== 'timestamptz') return `${key}::text`
  return `case when isfinite(${key}) then ${time(key)} else ${key}::text end`
}

/**
 * One page of corrections and one row more, which tells whether there is another page. With `before` the rows come in
 * reverse. Of rows that are level the newest comes first.
 */
export function listSql(params: CorrectionListParams, clock: Clock): Sql {
  const values = new Values()
  const due = dueSql(`${values.add(clock.zone)}::text`)
  const where = filters(params, values, () => due, clock.at)
  const backwards = params.before !== undefined
  const key = keyOf(params.sort, due)
  const order = turned(params.order, backwards)
  const idOrder = turned('desc', backwards)
  const place = params.before ?? params.after
  if (place) {
    const at = `${values.add(place[0])}::text::${CASTS[params.sort]}`
    const id = `${values.add(place[1])}::uuid`
    const sign = (one: Order) => (one === 'asc' ? '>' : '<')
    where.push(`(${key} ${sign(order)} ${at} or (${key} = ${at} and c.id ${sign(idOrder)} ${id}))`)
  }
  const text = `
    select c.id, c.number, c.kind, c.severity, c.state, c.quote, c.wrong, c.right, c.version,
      c.reported_at as "reportedAt", c.published_at as "publishedAt", ${due} as "dueAt",
      json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article,
      case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as owner,
      (select count(*)::int from ripple r where r.correction_id = c.id and r.state = 'open') as "openRipples",
      ${placeSql(params.sort, key)} as place
    from correction c join article a on a.id = c.article_id left join "user" u on u.id = c.owner_id
    where ${where.join(' and ')}
    order by ${key} ${order}, c.id ${idOrder}
    limit ${values.add(params.limit + 1)}`
  return { text, values: values.all }
}

/** How many corrections the filters leave, as `n`. */
export function totalSql(params: CorrectionListParams, clock: Clock): Sql {
  const values = new Values()
  const where = filters(params, values, () => dueSql(`${values.add(clock.zone)}::text`), clock.at)
  return {
    text: `select count(*)::int as n from correction c where ${where.join(' and ')}`,
    values: values.all,
  }
}
