import { z } from 'zod'
import { moment, orNull, pageShape, type Read } from '@/domain/shape'
import { DELIVERY_STATES } from './rules'

export const delivery = z
  .object({
    id: z.uuid(),
    messageId: z.uuid().meta({ description: 'The `webhook-id` of every attempt.' }),
    event: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    answer: z.string().meta({
      description:
        'What the last attempt met: a status, or `address_refused`, `timeout`, `unreachable`, `disabled`.',
    }),
    createdAt: moment,
    nextAt: orNull(moment).meta({ description: 'The next attempt, while it waits.' }),
    deliveredAt: orNull(moment),
  })
  .meta({ id: 'Delivery' })
export type DeliveryLine = Read<typeof delivery>

export const deliveryPage = pageShape(delivery).meta({ id: 'DeliveryPage' })
export type DeliveryPage = Read<typeof deliveryPage>
