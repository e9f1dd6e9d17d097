import 'server-only'
import type { AnchorText } from '@/domain/text/anchor'
import { likenessKeys } from '@/domain/text/likeness/keys'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { isReviewed } from './rules'
import type { NewClaim } from './schema'

/** A claim that is about to be written, with the words it stands on. */
export type PlacedClaim = { id: string; number: number; claim: NewClaim; anchor: AnchorText }

/** Writes claims with their anchors and sources. Whoever hands a verdict in is its reviewer; history is the caller's. */
export async function writeClaims(
  tx: Tx,
  actor: Actor,
  place: { articleId: string; revisionId: string },
  made: readonly PlacedClaim[],
): Promise<void> {
  const at = now()
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
}
