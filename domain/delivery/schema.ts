import { z } from 'zod'

export const resendDeliverySchema = z.object({ id: z.uuid('notAnId') })
