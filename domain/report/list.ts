import { oneId } from '@/domain/list/filters'
import { defineList, rowOf } from '@/domain/list/table'
import { reportNumber } from './schema'
import type { ReportRow } from './shape'

const named = (alias: string) =>
  `case when ${alias}.id is null then null
    else json_build_object('id', ${alias}.id, 'number', ${alias}.number) end`

/** Issued reports, the newest first. */
export const reportList = defineList({
  from: 'report r',
  key: 'r.id',
  ties: 'desc',
  row: rowOf<ReportRow>(
    `r.id, r.number, r.kind, r.language, r.internal, r.digest, r.issued_at as "issuedAt",
      json_build_object('id', u.id, 'name', u.name) as "issuedBy",
      json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article,
      ${named('earlier')} as supersedes, ${named('later')} as "supersededBy"`,
    [
      'join "user" u on u.id = r.issued_by_id',
      'join article a on a.id = r.article_id',
      'left join report earlier on earlier.id = r.supersedes_id',
      'left join report later on later.supersedes_id = r.id',
    ],
  ),
  columns: { issued: { sql: 'r.issued_at', cast: 'timestamptz', natural: 'desc' } },
  first: 'issued',
  filters: { article: oneId('r.article_id') },
  pageSize: 50,
  named: { sql: 'r.number', cast: 'text', schema: reportNumber },
})
