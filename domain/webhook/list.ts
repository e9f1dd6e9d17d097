import { rowId } from '@/domain/list/schema'
import { defineList, rowOf } from '@/domain/list/table'
import type { WebhookLine } from './shape'

/** The webhooks, active and disabled, the newest first. */
export const webhookList = defineList({
  from: 'webhook w',
  key: 'w.id',
  ties: 'desc',
  row: rowOf<WebhookLine>(
    `w.id, w.url, w.events, w.created_at as "createdAt", w.disabled_at as "disabledAt",
      json_build_object('id', u.id, 'name', u.name) as "createdBy"`,
    ['join "user" u on u.id = w.created_by_id'],
  ),
  columns: {},
  filters: {},
  pageSize: 50,
  named: { sql: 'w.id', cast: 'uuid', schema: rowId },
})
