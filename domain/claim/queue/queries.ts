import 'server-only'
import { claimList, type ClaimListParams } from '@/domain/claim/list'
import { claimReader } from '@/domain/claim/reader'
import { forbidden } from '@/domain/errors'
import { readNearest, readRest } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'

/** A claim of a list that somebody walks, with the cursor that stands for it. */
export type QueuedClaim = { articleId: string; number: number; cursor: string }

type Nearest = Awaited<ReturnType<typeof readNearest<typeof claimList>>>

const queued = (found: Nearest): QueuedClaim | null =>
  found && { articleId: found.row.article.id, number: found.row.number, cursor: found.cursor }

/** The filters and the order alone. */
const selectionOf = ({ limit: _, after: _after, before: _before, ...selection }: ClaimListParams) => selection

/** The first claim of a list; null when nothing matches. */
export async function firstOfQueue(actor: Actor, params: ClaimListParams): Promise<QueuedClaim | null> {
  if (!may(actor, 'readClaims')) throw forbidden()
  return queued(await readNearest(claimList, selectionOf(params), claimReader(actor, now(), settings())))
}

export type Neighbours = {
  next: QueuedClaim | null
  previous: QueuedClaim | null
  /** How many claims of the list come after this one. */
  rest: number
}

/**
 * The claims before and after a place in a list. The place is a cursor rather than a claim, so it stands although its
 * claim no longer matches or has moved to another place; null without a cursor.
 */
export async function aroundInQueue(actor: Actor, params: ClaimListParams): Promise<Neighbours | null> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const { after } = params
  if (!after) return null
  const reader = claimReader(actor, now(), settings())
  const selection = selectionOf(params)
  const [next, previous, rest] = await Promise.all([
    readNearest(claimList, { ...selection, after }, reader),
    readNearest(claimList, { ...selection, before: after }, reader),
    readRest(claimList, { ...selection, after }, reader),
  ])
  return { next: queued(next), previous: queued(previous), rest }
}
