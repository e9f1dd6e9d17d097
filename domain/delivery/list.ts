import { oneId } from '@/domain/list/filters'
import { rowId } from '@/domain/list/schema'
import { defineList, rowOf } from '@/domain/list/table'
import type { DeliveryLine } from './shape'

/** The deliveries, sent and waiting, the newest first. */
export const deliveryList = defineList({
  from: 'delivery d',
  key: 'd.id',
  ties: 'desc',
  row: rowOf<DeliveryLine>(
    `d.id, d.event, d.payload->>'id' as "messageId", d.state, d.attempts, d.answer,
      d.created_at as "createdAt", d.next_at as "nextAt", d.delivered_at as "deliveredAt"`,
  ),
  columns: { created: { sql: 'd.created_at', cast: 'timestamptz', natural: 'desc' } },
  first: 'created',
  filters: { webhook: oneId('d.webhook_id') },
  pageSize: 50,
  named: { sql: 'd.id', cast: 'uuid', schema: rowId },
})
