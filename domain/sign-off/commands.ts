import 'server-only'
import type { z } from 'zod'
import { conflict, DomainError, forbidden, notFound } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { signOffDigest } from './digest'
import { maySignOff } from './policy'
import { NO_SIGN_OFF } from './record'
import { signOffRefusal } from './rules'
import type { signOffSchema } from './schema'

type Input = z.output<typeof signOffSchema>

async function loadClaim(tx: Tx, { id, version }: Input) {
  const place = await tx.claim.findUnique({ where: { id }, select: { articleId: true } })
  if (!place || !(await lockArticle(tx, place.articleId))) throw notFound()
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id },
    include: {
      sources: { where: { removedAt: null } },
      writers: { select: { part: true, personId: true } },
    },
  })
  if (claim.withdrawnAt) throw conflict(undefined, 'claimWithdrawn')
  return { claim, newest: claim.version === version }
}

/**
 * A second person's approval of a verdict, bound to the digest of what was seen.
 * @returns the claim's version after it
 * @throws DomainError `conflict` when the claim changed meanwhile; `rule` when it is unreviewed, or when the person wrote
 *   any part of it, with an issue for each such part
 */
export async function signOffClaim(actor: Actor, input: Input): Promise<number> {
  if (!maySignOff(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const { claim, newest } = await loadClaim(tx, input)
    const digest = signOffDigest(claim)
    if (claim.signedOffById === actor.id && claim.signedOffDigest === digest) return claim.version
    if (!newest) throw conflict(undefined)
    const refusal = signOffRefusal(claim, actor.id)
    if (refusal) throw new DomainError('rule', refusal.key, { issues: refusal.issues })
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        signedOffById: actor.id,
        signedOffAt: now(),
        signedOffDigest: digest,
        version: { increment: 1 },
        updatedAt: now(),
      },
    })
    await recordEvent(tx, {
      actor,
      verb: 'claim.signed_off',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
      after: { status: claim.status, digest },
    })
    return claim.version + 1
  })
}

/** Takes a sign-off back. @returns the claim's version after it */
export async function withdrawSignOff(actor: Actor, input: Input): Promise<number> {
  if (!maySignOff(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const { claim, newest } = await loadClaim(tx, input)
    if (!claim.signedOffById) return claim.version
    if (!newest) throw conflict(undefined)
    await tx.claim.update({
      where: { id: claim.id },
      data: { ...NO_SIGN_OFF, version: { increment: 1 }, updatedAt: now() },
    })
    await recordEvent(tx, {
      actor,
      verb: 'claim.sign_off_withdrawn',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
    })
    return claim.version + 1
  })
}
