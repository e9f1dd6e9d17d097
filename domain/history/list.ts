import { oneId } from '@/domain/list/filters'
import { rowId } from '@/domain/list/schema'
import { defineList, rowOf } from '@/domain/list/table'
import type { AdministrationLine, HistoryLine } from './shape'

const COLUMNS = `e.id, e.verb, e.subject_id as "subjectId", e.at, e.before, e.after,
  json_build_object('id', u.id, 'name', u.name) as actor,
  case when c.id is null then null
    else json_build_object('id', c.id, 'number', c.number, 'quote', c.quote) end as claim,
  case when s.id is null then null else json_build_object('id', s.id, 'title', s.title) end as source`

const JOINS = [
  'join "user" u on u.id = e.actor_id',
  'left join claim c on c.id = e.claim_id',
  'left join source s on s.id = e.subject_id',
]

/** The lines of history, the newest first. Without an article it selects the desk's own lines. */
export const historyList = defineList({
  from: 'event e',
  key: 'e.id',
  ties: 'desc',
  row: rowOf<HistoryLine>(COLUMNS, JOINS),
  columns: {},
  filters: {
    article: oneId('e.article_id'),
    claim: oneId('e.claim_id'),
    subject: oneId('e.subject_id'),
  },
  pageSize: 50,
  named: { sql: 'e.id', cast: 'uuid', schema: rowId },
})

/** The present name of a person, a token, a webhook, a saved view or a mail; a delivery gets the address of its webhook. */
const ABOUT = `coalesce(
  (select name from "user" where id = e.subject_id),
  (select t.name || ' · ' || owner.name from api_token t join "user" owner on owner.id = t.user_id
    where t.id = e.subject_id),
  (select url from webhook where id = e.subject_id),
  (select name from saved_view where id = e.subject_id),
  (select subject || ' · ' || "to" from mail where id = e.subject_id),
  (select w.url from delivery d join webhook w on w.id = d.webhook_id where d.id = e.subject_id))`

/** The desk's own lines, each with the name of its subject. */
export const administrationList = {
  ...historyList,
  only: 'e.article_id is null',
  row: rowOf<AdministrationLine>(`${COLUMNS}, ${ABOUT} as about`, JOINS),
}
