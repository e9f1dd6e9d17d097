import 'server-only'
import type { ClaimPart } from '@/domain/sign-off/rules'
import type { PlacedWords } from '@/domain/text/place-quotes'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { isReviewed, loweredOn, type LoweredPlace } from './rules'
import type { NewClaim } from './schema'

/** A claim that is about to be written, with the words it stands on. */
export type PlacedClaim = { id: string; number: number; claim: NewClaim; anchor: PlacedWords }

/**
 * Where claims that were withdrawn stood in a revision, of those that were urgent: a new claim on the same words takes
 * over who made them less so.
 */
export async function loweredPlaces(tx: Tx, revisionId: string): Promise<LoweredPlace[]> {
  const anchors = await tx.anchor.findMany({
    where: { revisionId, claim: { withdrawnAt: { not: null }, loweredById: { not: null } } },
    select: { start: true, end: true, claim: { select: { loweredById: true } } },
  })
  return anchors.flatMap(({ claim: { loweredById }, ...span }) =>
    loweredById === null ? [] : [{ ...span, loweredById }],
  )
}

const writtenParts = ({ claim }: PlacedClaim): ClaimPart[] => [
  ...(isReviewed(claim.status) ? (['status'] as const) : []),
  ...(claim.finding.trim() === '' ? [] : (['finding'] as const)),
  ...(claim.sources.length > 0 ? (['sources'] as const) : []),
]

/** Writes claims with their anchors and sources. Whoever hands a verdict in is its reviewer; history is the caller's. */
export async function writeClaims(
  tx: Tx,
  actor: Actor,
  place: { articleId: string; revisionId: string },
  made: readonly PlacedClaim[],
): Promise<void> {
  const at = now()
  const lowered = await loweredPlaces(tx, place.revisionId)
  await insertRows(
    tx,
    'claim',
    made.map(({ id, number, claim, anchor }) => ({
      id,
      articleId: place.articleId,
      number,
      quote: anchor.quote,
      keys: anchor.keys,
      status: claim.status,
      finding: claim.finding,
      priority: claim.priority,
      proposal: claim.proposal,
      disputedBefore: claim.status === 'disputed',
      loweredById: loweredOn(lowered, anchor),
      createdById: actor.id,
      createdAt: at,
      updatedAt: at,
      ...(isReviewed(claim.status) && { reviewedById: actor.id, reviewedAt: at }),
    })),
  )
  await insertRows(
    tx,
    'anchor',
    made.map(({ id, anchor: { keys: _, ...words } }) => ({
      ...words,
      id: newId(),
      claimId: id,
      revisionId: place.revisionId,
    })),
  )
  await insertRows(
    tx,
    'source',
    made.flatMap(({ id, claim }) =>
      claim.sources.map((source) => ({ ...source, id: newId(), claimId: id, createdById: actor.id })),
    ),
  )
  await insertRows(
    tx,
    'claim_writer',
    made.flatMap((one) => writtenParts(one).map((part) => ({ claimId: one.id, part, personId: actor.id }))),
  )
}
