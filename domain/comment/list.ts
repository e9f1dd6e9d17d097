import { oneId } from '@/domain/list/filters'
import { rowId } from '@/domain/list/schema'
import { defineList, rowOf } from '@/domain/list/table'
import type { Comment } from './shape'

const COLUMNS = `m.id, m.thread_id as "threadId", m.text, m.at, m.question_id as "questionId",
  json_build_object('id', u.id, 'name', u.name) as by,
  (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
    from mention n join "user" p on p.id = n.person_id where n.comment_id = m.id) as mentions,
  case when t.resolved_at is null then null
    else json_build_object('at', t.resolved_at, 'by', json_build_object('id', r.id, 'name', r.name)) end as resolved`

const JOINS = [
  'join "user" u on u.id = m.by_id',
  'join comment t on t.id = m.thread_id',
  'left join "user" r on r.id = t.resolved_by_id',
]

/** Comments, the newest first. */
export const commentList = defineList({
  from: 'comment m',
  key: 'm.id',
  ties: 'desc',
  row: rowOf<Comment>(COLUMNS, JOINS),
  columns: {},
  filters: { claim: oneId('m.claim_id'), article: oneId('m.article_id') },
  pageSize: 100,
  named: { sql: 'm.id', cast: 'uuid', schema: rowId },
})

/** The comments about an article as a whole. */
export const articleCommentList = { ...commentList, only: 'm.claim_id is null' }
