import 'server-only'
import type { z } from 'zod'
import { openStandingClaim, requireNewest } from '@/domain/claim/open'
import { brokenRule, isReviewed } from '@/domain/claim/rules'
import { writeClaim } from '@/domain/claim/write'
import { forbidden, notFound, ruleBroken } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { disputedOnWords } from '@/domain/sign-off/rules'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { inTransaction } from '@/services/transaction'
import { takenFrom, takenWriters } from './rules'
import type { takeOverSchema } from './schema'

async function loadOther(tx: Tx, id: string) {
  const other = await tx.claim.findUnique({
    where: { id },
    include: {
      sources: { where: { removedAt: null } },
      writers: { select: { part: true, personId: true } },
      article: { select: { title: true } },
    },
  })
  if (!other || other.withdrawnAt) throw notFound()
  return other
}

/**
 * Takes verdict, finding and sources of another claim over and says so. A sign-off ends: the verdict has other authors.
 * @returns the claim's version after it
 * @throws DomainError `conflict` with the claim as it is now when `version` is not the newest; `rule` when the other is
 *   not reviewed
 */
export async function takeOver(
  actor: Actor,
  { id, fromId, version }: z.output<typeof takeOverSchema>,
): Promise<number> {
  if (!may(actor, 'reviewClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    const { claim } = open
    const other = await loadOther(tx, fromId)
    await requireNewest(open, version)
    const { status } = other
    if (other.id === claim.id || !isReviewed(status)) throw ruleBroken('fromId', 'nothingToTakeOver')
    const { finding, sources } = takenFrom(claim, other)
    const stances = [...claim.sources, ...sources].map((source) => source.stance)
    const broken = brokenRule({ status, finding, stances })
    if (broken) throw ruleBroken(broken.path, broken.key)
    const at = now()
    const fresh = { claimId: claim.id, createdById: actor.id, version: 1, createdAt: at, updatedAt: at }
    await tx.source.createMany({ data: sources.map((source) => ({ ...source, ...fresh, id: newId() })) })
    return writeClaim(open, {
      verb: 'claim.taken_over',
      changes: { status, finding },
      follows: {
        takenFromId: other.id,
        disputedBefore: disputedOnWords(claim, status),
        earlier: NO_JSON,
        reviewedById: actor.id,
        reviewedAt: at,
      },
      told: {
        after: {
          sources: sources.length,
          from: `${other.article.title} · ${other.number}`,
          fromId: other.id,
        },
      },
      written: takenWriters(actor.id, other.writers, {
        before: claim.finding,
        after: finding,
        sources: sources.length,
      }),
      endsSignOff: true,
    })
  })
}
