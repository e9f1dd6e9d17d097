import { z } from 'zod'
import { anybody, anyChoice, anyId, filter } from '@/domain/list/filters'
import { listParams } from '@/domain/list/params'
import { defineList, rowOf, type Bind, type ListParams } from '@/domain/list/table'
import { TARGETS } from './clock'
import { CORRECTION_KINDS, CORRECTION_STATES, SEVERITIES } from './rules'
import type { CorrectionRow } from './shape'

export const VIEWS = ['board', 'table'] as const
export type View = (typeof VIEWS)[number]

/** The newsroom's time zone and the present moment, which decide what is due. */
export type Clock = { zone: string; at: Date }

const daysOf = (targets: Record<string, number>) =>
  `case c.severity ${Object.entries(targets)
    .map(([severity, days]) => `when '${severity}' then ${days}`)
    .join(' ')} end`

/** SQL for when the next step is due, as `dueAt` of clock.ts computes it; null when there is none. */
const dueSql = (zone: string) =>
  `case when c.state in ('published', 'rejected') then null
    else ((c.reported_at at time zone ${zone}) + make_interval(days =>
      case when c.state = 'reported' then ${daysOf(TARGETS.acknowledge)} else ${daysOf(TARGETS.publish)} end
    )) at time zone ${zone} end`

/** The corrections as `c`, with the columns `due_at` and `overdue`. */
function withDue(bind: Bind, { zone, at }: Clock): string {
  const due = `(select c.*, ${dueSql(bind(zone, 'text'))} as due_at from correction c) c`
  return `(select c.*, coalesce(c.due_at < ${bind(at, 'timestamptz')}, false) as overdue from ${due}) c`
}

/** The corrections of all articles. Of rows with equal values the newest comes first. */
export const correctionList = defineList({
  from: withDue,
  key: 'c.id',
  ties: 'desc',
  row: rowOf<CorrectionRow>(
    `c.id, c.number, c.kind, c.severity, c.state, c.quote, c.wrong, c.right, c.version,
      c.reported_at as "reportedAt", c.published_at as "publishedAt", c.due_at as "dueAt", c.overdue,
      json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article,
      case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as owner,
      (select count(*)::int from ripple r where r.correction_id = c.id and r.state = 'open') as "openRipples"`,
    ['join article a on a.id = c.article_id', 'left join "user" u on u.id = c.owner_id'],
  ),
  columns: {
    due: { sql: 'c.due_at', cast: 'timestamptz', nullable: true },
    number: { sql: 'c.number', cast: 'int', natural: 'desc' },
    severity: { sql: 'c.severity', cast: '"Severity"', values: SEVERITIES, natural: 'desc' },
    reported: { sql: 'c.reported_at', cast: 'timestamptz', natural: 'desc' },
    published: { sql: 'c.published_at', cast: 'timestamptz', nullable: true, natural: 'desc' },
  },
  first: 'due',
  filters: {
    view: filter(z.enum(VIEWS)),
    state: anyChoice(CORRECTION_STATES, 'c.state', '"CorrectionState"'),
    kind: anyChoice(CORRECTION_KINDS, 'c.kind', '"CorrectionKind"'),
    severity: anyChoice(SEVERITIES, 'c.severity', '"Severity"'),
    article: anyId('c.article_id'),
    owner: anybody('c.owner_id'),
    overdue: filter(
      z.enum(['true', 'false']).transform((value) => value === 'true'),
      (overdue) => `c.overdue = ${overdue}`,
    ),
  },
  pageSize: 50,
  cursorMax: 1_000,
})

export type CorrectionListParams = ListParams<typeof correctionList>

export const correctionListParamsSchema = listParams(correctionList)
