import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { limited } from '@/domain/errors'
import type { LimitName } from '@/services/limits/limits'
import { takeForReading } from '@/services/limits/reading'
import { subjectOf } from '@/services/limits/take'
import { SENDER_HEADER } from '@/services/sender'
import type { ApiEnv } from './auth'

/** Counts one use of a limit by whoever sent the request. @throws DomainError `limited` */
export async function countSender(c: Context, limit: LimitName): Promise<void> {
  const taken = await takeForReading(limit, subjectOf('sender', c.req.header(SENDER_HEADER) ?? 'unknown'))
  if (!taken.ok) throw limited(taken.retryAfterSeconds)
}

/** Lets a sender ask only so often for what is open to all. */
export const limitSender = (limit: LimitName) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    await countSender(c, limit)
    await next()
  })
