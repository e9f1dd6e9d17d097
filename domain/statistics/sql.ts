import { TARGETS } from '@/domain/correction/clock'
import { OPEN_STATES, SEVERITIES } from '@/domain/correction/rules'
import { CHECK_LIMITS, PEOPLE_MAX, TIME_LIMITS } from './rules'

export type Sql = { text: string; values: unknown[] }

/** Two consecutive periods: from `before` to `from`, and from `from` to `until`. */
export type Periods = { before: Date; from: Date; until: Date; desk?: readonly string[] }

class Values {
  readonly all: unknown[] = []
  add(value: unknown): string {
    this.all.push(value)
    return `$${this.all.length}`
  }
}

/** The condition for desks, by name or id; empty without any. */
function ofDesk(desk: readonly string[] | undefined, values: Values): string {
  if (!desk) return ''
  const given = values.add(desk)
  return `and a.desk_id in (select id from desk where name = any(${given}::text[]) or id::text = any(${given}::text[]))`
}

/** The published corrections of both periods; the column `now` tells the periods apart. */
function publishedRows({ before, from, until, desk }: Periods, values: Values, columns: string): string {
  return `select ${columns}, c.published_at >= ${values.add(from)}::timestamptz as now
    from correction c join article a on a.id = c.article_id
    where c.state = 'published' and c.published_at >= ${values.add(before)}::timestamptz
      and c.published_at < ${values.add(until)}::timestamptz ${ofDesk(desk, values)}`
}

/**
 * The number of published corrections by slot, kind, severity and desk. Slot 1 is the period before; later slots are
 * the buckets that begin at `starts`.
 */
export function publishedSql(periods: Periods, starts: readonly Date[]): Sql {
  const values = new Values()
  const bounds = values.add([periods.before, ...starts])
  const text = `
    select p.slot, p.kind, p.severity, p.desk_id as desk, d.name as "deskName", count(*)::int as n
    from (${publishedRows(periods, values, `width_bucket(c.published_at, ${bounds}::timestamptz[]) as slot, c.kind, c.severity, a.desk_id`)}) p
      left join desk d on d.id = p.desk_id
    group by p.slot, p.kind, p.severity, p.desk_id, d.name`
  return { text, values: values.all }
}

/**
 * The articles that became published in each period, each once, and their claims. Claim numbers are never reused, so the
 * claims of an article are its last claim number minus the withdrawn ones.
 */
export function articlesSql({ before, from, until, desk }: Periods): Sql {
  const values = new Values()
  const text = `
    with published as materialized (
      select distinct e.article_id, a.last_claim, e.at >= ${values.add(from)}::timestamptz as now
      from event e join article a on a.id = e.article_id
      where e.verb = 'article.changed' and e.after->>'state' = 'published'
        and e.at >= ${values.add(before)}::timestamptz and e.at < ${values.add(until)}::timestamptz ${ofDesk(desk, values)}
    ), withdrawn as (
      select article_id, count(*) as n from claim where withdrawn_at is not null group by article_id
    )
    select p.now, count(*)::int as articles, sum(p.last_claim - coalesce(w.n, 0))::int as claims
    from published p left join withdrawn w on w.article_id = p.article_id group by p.now`
  return { text, values: values.all }
}

/**
 * The seconds of each step, as [median, 90th percentile], for the corrections published in each period: all, by
 * severity and by desk. Skipped steps are left out.
 */
export function stepsSql(periods: Periods): Sql {
  const values = new Values()
  const seconds = (from: string, to: string) => `date_part('epoch', c.${to} - c.${from}) as`
  const rows = publishedRows(
    periods,
    values,
    `c.severity, a.desk_id, ${seconds('reported_at', 'acknowledged_at')} acknowledged,
      ${seconds('acknowledged_at', 'approved_at')} approved, ${seconds('approved_at', 'published_at')} published,
      ${seconds('reported_at', 'published_at')} whole`,
  )
  const spread = (column: string) =>
    `percentile_cont(array[0.5, 0.9]) within group (order by p.${column}) as ${column}`
  const text = `
    select p.now, case when grouping(p.severity) = 0 then 'severity' when grouping(p.desk_id) = 0 then 'desk' else 'all' end as "by",
      p.severity, d.name as "deskName", count(*)::int as n,
      ${['acknowledged', 'approved', 'published', 'whole'].map(spread).join(', ')}
    from (${rows}) p left join desk d on d.id = p.desk_id
    group by grouping sets ((p.now), (p.now, p.severity), (p.now, p.desk_id, d.name))`
  return { text, values: values.all }
}

/** Open corrections whose next step is late at a moment, by that step and severity; the same rule as `isOverdue`. */
export function overdueSql({ at, zone, desk }: { at: Date; zone: string; desk?: readonly string[] }): Sql {
  const values = new Values()
  const targets = OPEN_STATES.flatMap((state) =>
    SEVERITIES.map((severity) => {
      const days = TARGETS[state === 'reported' ? 'acknowledge' : 'publish'][severity]
      return `('${state}'::"CorrectionState", '${severity}'::"Severity", ${days})`
    }),
  )
  const placeholder = values.add(zone)
  const text = `
    select case when c.state = 'reported' then 'acknowledge' else 'publish' end as step, c.severity, count(*)::int as n
    from correction c join (values ${targets.join(', ')}) as target(state, severity, days)
        on target.state = c.state and target.severity = c.severity
      ${desk ? 'join article a on a.id = c.article_id' : ''}
    where c.state = any('{${OPEN_STATES.join(',')}}'::"CorrectionState"[])
      and ((c.reported_at at time zone ${placeholder}) + make_interval(days => target.days)) at time zone ${placeholder}
        < ${values.add(at)}::timestamptz ${ofDesk(desk, values)}
    group by 1, 2`
  return { text, values: values.all }
}

/**
 * Who found the published errors, whose statement it was, and the cues of its sentence. The sentence is where the
 * claim's anchor stands in the revision with the error. Without a claim, it is the first sentence that contains the
 * quote.
 */
export function originsSql(periods: Periods): Sql {
  const values = new Values()
  const rows = publishedRows(periods, values, 'c.found_by, c.claim_id, c.article_id, c.revision, c.quote')
  const text = `
    select p.now, p.found_by as "foundBy",
      case when cl.id is null then 'none' when cl.speaker <> '' then 'others' else 'own' end as whose,
      s.cues, count(*)::int as n
    from (${rows}) p
      left join claim cl on cl.id = p.claim_id
      left join revision r on r.article_id = p.article_id and r.number = p.revision
      left join anchor an on an.claim_id = p.claim_id and an.revision_id = r.id
      left join lateral (
        select cues from sentence
        where revision_id = r.id and case
          when an.id is not null then "start" <= an.start and an.start < "end"
          else p.quote <> '' and strpos(text, p.quote) > 0 end
        order by position limit 1
      ) s on true
    group by p.now, p.found_by, whose, s.cues`
  return { text, values: values.all }
}

const TO_REVIEW = "date_part('epoch', c.reviewed_at - c.created_at)"

/** The claims that count as reviewed, by the moment of their last review. */
function reviewedRows(from: Date, { until, desk }: Periods, values: Values, columns: string): string {
  return `select ${columns} from claim c ${desk ? 'join article a on a.id = c.article_id' : ''}
    where c.withdrawn_at is null and c.reviewed_at >= ${values.add(from)}::timestamptz
      and c.reviewed_at < ${values.add(until)}::timestamptz ${ofDesk(desk, values)}`
}

/**
 * Claims by the period of their last review, with the seconds from making to review as [median, 90th percentile], and
 * the number of reviews in each class of duration.
 */
export function checksSql(periods: Periods): Sql {
  const values = new Values()
  const limits = values.add(TIME_LIMITS)
  const now = `c.reviewed_at >= ${values.add(periods.from)}::timestamptz as now`
  const columns = `${now}, ${TO_REVIEW} as seconds, width_bucket(${TO_REVIEW}, ${limits}::float8[]) as slot`
  const slots = Array.from(
    { length: TIME_LIMITS.length + 1 },
    (_, slot) => `count(*) filter (where r.slot = ${slot})`,
  )
  const text = `
    select r.now, count(*)::int as n, percentile_cont(array[0.5, 0.9]) within group (order by r.seconds) as seconds,
      array[${slots.join(', ')}]::int[] as times
    from (${reviewedRows(periods.before, periods, values, columns)}) r group by r.now`
  return { text, values: values.all }
}

/** How many people reviewed how many claims in the period, in classes of that number and without names. */
export function checkerSpreadSql(periods: Periods): Sql {
  const values = new Values()
  const limits = values.add(CHECK_LIMITS)
  const rows = reviewedRows(periods.from, periods, values, 'c.reviewed_by_id')
  const text = `
    select width_bucket(p.n::float8, ${limits}::float8[]) as slot, count(*)::int as n
    from (select count(*) as n from (${rows}) r where r.reviewed_by_id is not null group by r.reviewed_by_id) p group by 1`
  return { text, values: values.all }
}

/**
 * How many claims each person reviewed in the period, and the median seconds from making to review, in the order of
 * names.
 */
export function checkersSql(periods: Periods): Sql {
  const values = new Values()
  const rows = reviewedRows(periods.from, periods, values, `c.reviewed_by_id as id, ${TO_REVIEW} as seconds`)
  const text = `
    select p.id, u.name, p.n as claims, p.seconds as "medianSeconds"
    from (select r.id, count(*)::int as n, percentile_cont(0.5) within group (order by r.seconds) as seconds
        from (${rows}) r group by r.id) p join "user" u on u.id = p.id
    order by u.name, p.id limit ${PEOPLE_MAX}`
  return { text, values: values.all }
}
