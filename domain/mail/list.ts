import { rowId } from '@/domain/list/schema'
import { defineList, rowOf } from '@/domain/list/table'
import type { MailLine } from './shape'

/** Mails that could not be sent yet, or not at all, the newest first. Their words are nobody's but the reader's. */
export const troubledMailList = defineList({
  from: 'mail m',
  key: 'm.id',
  ties: 'desc',
  only: `m.problem <> ''`,
  row: rowOf<MailLine>(
    `m.id, m."to", m.subject, m.state, m.attempts, m.problem, m.answer,
      m.created_at as "createdAt", m.next_at as "nextAt"`,
  ),
  columns: {},
  filters: {},
  pageSize: 50,
  named: { sql: 'm.id', cast: 'uuid', schema: rowId },
})
