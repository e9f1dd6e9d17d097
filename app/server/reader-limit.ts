import 'server-only'
import { headers } from 'next/headers'
import { askedTooOften } from '@/services/arrival'
import { SENDER_HEADER } from '@/services/sender'
import type { LimitName } from '@/services/limits/limits'
import { takeForReading } from '@/services/limits/reading'
import { subjectOf } from '@/services/limits/take'

/**
 * Counts what a page is about to look up for whoever asks.
 * @returns null where it may; else the seconds to wait, which the page is to show. Its answer becomes 429 by itself
 */
export async function waitOfReader(limit: LimitName): Promise<number | null> {
  const sender = subjectOf('sender', (await headers()).get(SENDER_HEADER) ?? 'unknown')
  const taken = await takeForReading(limit, sender)
  if (taken.ok) return null
  askedTooOften(taken.retryAfterSeconds)
  return taken.retryAfterSeconds
}
