import { noAnchors } from '@/domain/anchor/shape'
import { noClaims } from '@/domain/claim/rules'
import { defineList, rowOf } from '@/domain/list/table'
import type { ArticleRow } from './shape'

const NONE = JSON.stringify(noClaims())
const NOWHERE = JSON.stringify(noAnchors())

/** The articles, the most recently changed first, each with its numbers of claims by status and by anchor. */
export const articleList = defineList({
  from: 'article a',
  key: 'a.id',
  ties: 'desc',
  row: rowOf<ArticleRow>(
    `a.id, a.title, a.byline, a.language, a.state, a.deadline, a.updated_at as "updatedAt", a.revision,
      d.name as desk,
      '${NONE}'::jsonb || coalesce((select jsonb_object_agg(c.status, c.n) from
        (select status, count(*)::int as n from claim
          where article_id = a.id and withdrawn_at is null group by status) c), '{}') as counts,
      '${NOWHERE}'::jsonb || coalesce((select jsonb_object_agg(c.anchor_state, c.n) from
        (select anchor_state, count(*)::int as n from claim
          where article_id = a.id and withdrawn_at is null group by anchor_state) c), '{}') as anchors`,
    ['left join desk d on d.id = a.desk_id'],
  ),
  columns: { updated: { sql: 'a.updated_at', cast: 'timestamptz', natural: 'desc' } },
  first: 'updated',
  filters: {},
  pageSize: 50,
  cursorMax: 500,
})
