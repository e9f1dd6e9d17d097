import type { Sql } from '@/domain/list/sql'
import { WORK_SHOWN } from './rules'

/**
 * The newest comments in open threads that name a person, until that person has said something there; `total` counts
 * them all.
 */
export const mentionsSql = (personId: string): Sql => ({
  text: `
    select m.id, m.text, m.at, json_build_object('id', u.id, 'name', u.name) as by,
      json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article,
      case when c.id is null then null else json_build_object('id', c.id, 'number', c.number) end as claim,
      count(*) over ()::int as total
    from mention n
      join comment m on m.id = n.comment_id
      join comment t on t.id = m.thread_id
      join "user" u on u.id = m.by_id
      join article a on a.id = m.article_id
      left join claim c on c.id = m.claim_id
    where n.person_id = $1::uuid and t.resolved_at is null and m.by_id <> n.person_id
      and not exists (select 1 from comment r where r.thread_id = m.thread_id and r.by_id = n.person_id and r.id > m.id)
    order by n.comment_id desc
    limit ${WORK_SHOWN}`,
  values: [personId],
})
