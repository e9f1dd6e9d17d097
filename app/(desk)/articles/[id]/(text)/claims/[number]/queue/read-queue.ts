import 'server-only'
import { readAddress, type Search } from '@/app/address'
import { listQuery, PLACE, placeIn, queuedHref, wholeList } from '@/app/(desk)/claims/review/address'
import { claimListParamsSchema } from '@/domain/claim/list'
import { aroundInQueue } from '@/domain/claim/queue/queries'
import type { Actor } from '@/domain/user/policy'
import type { Queue } from './queue'

/**
 * The walk that the address of a panel belongs to; null when it belongs to none. Claims that were walked count, whether
 * they still match or not: a verdict often takes a claim off its list, and the count must not run backwards.
 */
export async function readQueue(actor: Actor, asked: Search): Promise<Queue | null> {
  const place = placeIn.parse((await asked)[PLACE] ?? null)
  if (place === null) return null
  const { params, used } = await readAddress(claimListParamsSchema, asked)
  const around = await aroundInQueue(actor, params)
  if (!around) return null
  const query = listQuery(used)
  return {
    place,
    total: place + around.rest,
    next: around.next && queuedHref(query, place + 1, around.next),
    previous: around.previous && queuedHref(query, Math.max(1, place - 1), around.previous),
    list: wholeList(query),
  }
}
