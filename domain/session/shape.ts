import { z } from 'zod'
import { moment, type Read } from '@/domain/shape'

export const session = z.object({
  id: z.uuid(),
  browser: z.string(),
  createdAt: moment,
  lastSeenAt: moment,
  endsAt: moment,
})
export type SessionLine = Read<typeof session>
