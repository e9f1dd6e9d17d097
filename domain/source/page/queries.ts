import 'server-only'
import type { z } from 'zod'
import { dayIn } from '@/domain/calendar/clock'
import { forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { work } from '@/domain/text-work/pool/worker'
import { naming } from '@/domain/article/incoming/worker'
import type { Actor } from '@/domain/user/policy'
import { fetchAddress } from '@/importing/address'
import type { PageFacts } from '@/importing/page-facts'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import type { readSourcePageSchema } from '../schema'
import { publishedDay } from './rules'

/** A person waits for it while typing. */
const PATIENCE_MS = 8_000

/**
 * Reads what the page at an address says about itself as a source: `published` is YYYY-MM-DD or empty. It saves
 * nothing.
 * @throws DomainError `invalid` with the issue at `url`
 */
export async function readSourcePage(
  actor: Actor,
  { url }: z.output<typeof readSourcePageSchema>,
): Promise<PageFacts> {
  if (!may(actor, 'editSources')) throw forbidden()
  const { allowPrivateAddresses: allowPrivate, newsroomTimeZone } = settings()
  const options = { allowPrivate, milliseconds: PATIENCE_MS }
  const fetched = await naming('url', () => fetchAddress(url, options))
  const facts = await work('readPageFacts', fetched, { units: fetched.bytes.length, field: 'url' })
  return { ...facts, published: publishedDay(facts.published, dayIn(now(), newsroomTimeZone)) }
}
