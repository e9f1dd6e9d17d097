import { z } from 'zod'
import { filter, oneId } from '@/domain/list/filters'
import { rowId } from '@/domain/list/schema'
import { defineList, rowOf } from '@/domain/list/table'
import type { NoticeLine } from './shape'

/** Notices, the newest first. */
export const noticeList = defineList({
  from: 'notice n',
  key: 'n.id',
  ties: 'desc',
  row: rowOf<NoticeLine>(
    `n.id, n.kind, n.at, n.read_at as "readAt", n.claims, n.words, n.outside,
      case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as by,
      case when a.id is null then null
        else json_build_object('id', a.id, 'title', a.title, 'language', a.language) end as article,
      case when c.id is null then null
        else json_build_object('id', c.id, 'number', c.number, 'quote', c.quote) end as claim`,
    [
      'left join "user" u on u.id = n.by_id',
      'left join article a on a.id = n.article_id',
      'left join claim c on c.id = n.claim_id',
    ],
  ),
  columns: {},
  filters: {
    person: oneId('n.person_id'),
    unread: filter(z.boolean(), (unread) => `n.read_at is ${unread ? '' : 'not '}null`),
  },
  pageSize: 50,
  named: { sql: 'n.id', cast: 'uuid', schema: rowId },
})
