import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { limited } from '@/domain/errors'
import type { LimitName } from '@/services/limits/limits'
import { takeForReading } from '@/services/limits/reading'
import type { ApiEnv } from './env'
import { RequestError, senderFacts } from './problem'

/** Counts one use of a limit for the request's sender. @throws RequestError 429, already logged */
export async function countSender(c: Context, name: LimitName): Promise<void> {
  const { sender, method, path } = senderFacts(c)
  const taken = await takeForReading(name, sender, { method, path })
  if (taken.ok) return
  const { code, key, params } = limited(taken.retryAfterSeconds)
  const headers = { 'retry-after': String(taken.retryAfterSeconds) }
  throw new RequestError(429, code, key, { params, headers })
}

/** Limits how often a sender may call an operation that is open to all. */
export const limitSender = (limit: LimitName) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    await countSender(c, limit)
    await next()
  })
