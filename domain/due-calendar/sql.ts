import { correctionList, type Clock } from '@/domain/correction/list'
import type { Sql } from '@/domain/list/sql'
import type { Bind } from '@/domain/list/table'
import { mineOf } from '@/domain/work/sql'

/** The items of a calendar: the next ones that are due, and the last ones that are overdue. */
export const SHOWN = { coming: 500, overdue: 100 }

/**
 * A person's unreviewed claims and open corrections that have a due time, by that time. An item has changed when its
 * article has, because another deadline of the article changes no claim.
 */
export function dueWorkSql(personId: string, clock: Clock): Sql {
  const values: unknown[] = []
  const bind: Bind = (value, cast) => `$${values.push(value)}::${cast}`
  const me = bind(personId, 'uuid')
  const at = bind(clock.at, 'timestamptz')
  const text = `
    with waiting as (
      select 'claim' as kind, c.id, c.number, c.quote, c.due, c.updated_at, c.article_id
      from claim c where ${mineOf(me)} and c.due is not null
      union all
      select 'correction', c.id, c.number, c.quote, c.due_at, c.updated_at, c.article_id
      from ${correctionList.from(bind, clock)} where c.owner_id = ${me} and c.due_at is not null
    ), shown as (
      (select * from waiting where due >= ${at} order by due, id limit ${SHOWN.coming})
      union all
      (select * from waiting where due < ${at} order by due desc, id limit ${SHOWN.overdue})
    )
    select s.kind, s.id, s.number, s.quote, s.due, greatest(s.updated_at, a.updated_at) as "changedAt",
      json_build_object('id', a.id, 'title', a.title) as article
    from shown s join article a on a.id = s.article_id
    order by s.due, s.id`
  return { text, values }
}
