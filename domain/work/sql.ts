import { signOffFilter } from '@/domain/claim/filters'
import { claimList } from '@/domain/claim/list'
import type { ClaimReader } from '@/domain/claim/reader'
import type { Sql } from '@/domain/list/sql'
import type { Bind } from '@/domain/list/table'
import type { Role } from '@/domain/user/policy'
import { LOAD_SHOWN, WORK_COUNTED, WORK_SHOWN, type WorkList } from './rules'

/** Whose work is read, when, and what they may do. */
export type WorkReader = ClaimReader & {
  maySignOff: boolean
  /** When the newsroom's day begins and ends. */
  today: { from: Date; until: Date }
}

/** What a list of work consists of: one query, or several of which the first come first. */
type Picked = { where: string; order: string }[]

const OPEN = `c.status = 'unreviewed' and c.withdrawn_at is null`
const BY_DUE = 'c.due, c.id'
const NEWEST = 'c.updated_at desc, c.id'

function toSignOff(reader: WorkReader, bind: Bind, me: string): string {
  if (!reader.maySignOff) return 'false'
  const waiting = signOffFilter.where?.('waiting', bind, reader as never) ?? 'false'
  const own = `exists (select 1 from claim_writer w where w.claim_id = c.id and w.person_id = ${me})`
  return `c.withdrawn_at is null and ${waiting} and not ${own}`
}

/** The unreviewed claims that are assigned to a person. */
export const mineOf = (me: string) => `${OPEN} and c.assignee_id = ${me}`

function lists(reader: WorkReader, bind: Bind): Record<WorkList, Picked> {
  const me = bind(reader.id, 'uuid')
  const mine = mineOf(me)
  return {
    due: [{ where: `${mine} and c.due < ${bind(reader.today.until, 'timestamptz')}`, order: BY_DUE }],
    sentBack: [
      {
        where: `${OPEN} and c.sent_back_at is not null and (c.assignee_id = ${me} or c.sent_back_to_id = ${me})`,
        order: 'c.sent_back_at desc, c.id',
      },
      {
        where: `${OPEN} and c.earlier is not null and c.sent_back_at is null and (c.assignee_id = ${me} or c.earlier->>'reviewedById' = ${me}::text)`,
        order: NEWEST,
      },
    ],
    signOff: [{ where: toSignOff(reader, bind, me), order: NEWEST }],
    assigned: [
      { where: mine, order: BY_DUE },
      {
        where: `c.status <> 'unreviewed' and c.withdrawn_at is null and c.assignee_id = ${me}`,
        order: NEWEST,
      },
    ],
  }
}

function begin() {
  const values: unknown[] = []
  return { values, bind: ((value, cast) => `$${values.push(value)}::${cast}`) as Bind }
}

/** The number of claims in each list, and of those that are overdue, as `list` and `n`, up to `WORK_COUNTED`. */
export function workCountsSql(reader: WorkReader): Sql {
  const { values, bind } = begin()
  const all = lists(reader, bind)
  const late = { where: `${mineOf(bind(reader.id, 'uuid'))} and c.due < ${bind(reader.at, 'timestamptz')}` }
  const counts = Object.entries({ ...all, overdue: [late] }).flatMap(([name, parts]) =>
    parts.map(
      ({ where }) => `select '${name}' as list, count(*)::int as n
        from (select 1 from claim c where ${where} limit ${WORK_COUNTED}) one`,
    ),
  )
  return { text: counts.join('\nunion all '), values }
}

/** The first claims of each part of each list with the fields of a claims list, as rows with their `list`. */
export function workRowsSql(reader: WorkReader): Sql {
  const { values, bind } = begin()
  const limit = bind(WORK_SHOWN, 'int')
  const picked = Object.entries(lists(reader, bind)).flatMap(([name, parts]) =>
    parts.map(
      ({ where, order }, part) => `select '${name}' as list, ${part} as part, one.id, one.place
        from unnest(array(select c.id from claim c where ${where} order by ${order} limit ${limit}))
          with ordinality as one (id, place)`,
    ),
  )
  const text = `with picked as (${picked.join('\nunion all ')})
    select picked.list, ${claimList.row.columns}
    from picked join claim c on c.id = picked.id ${claimList.row.joins.join(' ')}
    order by picked.list, picked.part, picked.place`
  return { text, values }
}

type Moment = Pick<WorkReader, 'at' | 'today'>

/** The open claims, those of them that are overdue, and those that are due today. */
const loadOf = ({ at, today }: Moment, bind: Bind) =>
  `count(*)::int as open, (count(*) filter (where c.due < ${bind(at, 'timestamptz')}))::int as overdue,
    (count(*) filter (where c.due >= ${bind(today.from, 'timestamptz')}
      and c.due < ${bind(today.until, 'timestamptz')}))::int as today`

/** The workload of everybody who has open claims or may take some, and of nobody; `total` counts them all. */
export function peopleSql(moment: Moment, roles: readonly Role[]): Sql {
  const { values, bind } = begin()
  const text = `
    with load as (select c.assignee_id, ${loadOf(moment, bind)} from claim c where ${OPEN} group by c.assignee_id)
    select case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as person,
      coalesce(load.open, 0) as open, coalesce(load.overdue, 0) as overdue, coalesce(load.today, 0) as today,
      count(*) over ()::int as total
    from load full join "user" u on u.id = load.assignee_id
    where load.open is not null or (u.deactivated_at is null and u.role = any(${bind(roles, '"Role"[]')}))
    order by u.id is not null, overdue desc, today desc, open desc, u.name, u.id
    limit ${LOAD_SHOWN.people}`
  return { text, values }
}

/** The articles with open claims, the most urgent first; `total` counts them all. */
export function articlesSql(moment: Moment): Sql {
  const { values, bind } = begin()
  const text = `
    with load as (
      select c.article_id, ${loadOf(moment, bind)}, min(c.due) as first_due from claim c where ${OPEN} group by c.article_id
    ), shown as (
      select *, count(*) over ()::int as total from load
      order by overdue desc, today desc, first_due, open desc, article_id limit ${LOAD_SHOWN.articles}
    )
    select json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article, a.deadline,
      shown.open, shown.overdue, shown.today, shown.total
    from shown join article a on a.id = shown.article_id
    order by overdue desc, today desc, first_due, open desc, article_id`
  return { text, values }
}
