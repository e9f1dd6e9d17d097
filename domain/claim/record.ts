import 'server-only'
import type { ClaimPart } from '@/domain/sign-off/rules'
import type { AnchorText } from '@/domain/text/anchor'
import { likenessKeys } from '@/domain/text/likeness/keys'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { isReviewed, loweredOn, type LoweredPlace } from './rules'
import type { NewClaim } from './schema'

/** A claim that is about to be written, with the words it stands on. */
export type PlacedClaim = { id: string; number: number; claim: NewClaim; anchor: AnchorText }

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
  await tx.claim.createMany({
    data: made.map(({ id, number, claim, anchor }) => ({
      id,
      articleId: place.articleId,
      number,
      quote: anchor.quote,
      keys: likenessKeys(anchor.quote),
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
  })
  await tx.anchor.createMany({
    data: made.map(({ id, anchor }) => ({ ...anchor, claimId: id, revisionId: place.revisionId })),
  })
  await tx.source.createMany({
    data: made.flatMap(({ id, claim }) =>
      claim.sources.map((source) => ({ ...source, claimId: id, createdById: actor.id })),
    ),
  })
  await tx.claimWriter.createMany({
    data: made.flatMap((one) =>
      writtenParts(one).map((part) => ({ claimId: one.id, part, personId: actor.id })),
    ),
  })
}
