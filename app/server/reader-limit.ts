import 'server-only'
import { askedTooOften } from '@/services/arrival'
import type { LimitName } from '@/services/limits/limits'
import { takeForReading } from '@/services/limits/reading'
import { subjectOf } from '@/services/limits/take'
import { senderOfRequest } from './request'

/**
 * Counts what a page is about to look up for whoever asks.
 * @returns null where it may; else the seconds to wait, which the page is to show. Its answer becomes 429 by itself
 */
export async function waitOfReader(limit: LimitName): Promise<number | null> {
  const sender = subjectOf('sender', await senderOfRequest())
  const taken = await takeForReading(limit, sender)
  if (taken.ok) return null
  askedTooOften(taken.retryAfterSeconds)
  return taken.retryAfterSeconds
}
