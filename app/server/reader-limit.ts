import 'server-only'
import { askedTooOften } from '@/services/arrival'
import type { LimitName } from '@/services/limits/limits'
import { takeForReading } from '@/services/limits/reading'
import { subjectOf } from '@/services/limits/take'
import { senderOfRequest } from './request'

/**
 * Counts a look-up by the page's reader.
 * @returns null if it is allowed; else the seconds to wait, for the page to show. The page's status then becomes 429
 */
export async function waitOfReader(limit: LimitName): Promise<number | null> {
  const sender = subjectOf('sender', await senderOfRequest())
  const taken = await takeForReading(limit, sender)
  if (taken.ok) return null
  askedTooOften(taken.retryAfterSeconds)
  return taken.retryAfterSeconds
}
