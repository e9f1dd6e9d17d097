import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { signOffDigest } from '@/domain/sign-off/digest'
import { needsSignOff, partsOf, urgencyHeld } from '@/domain/sign-off/rules'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { settings } from '@/services/settings'
import { standingOf } from './rules'
import type { SignOffBoard } from '@/domain/sign-off/shape'

/**
 * The claims of an article that a final report needs signed off and that nobody has, with what each lacks to be signed
 * off by this person together with others.
 * @throws DomainError `not_found`
 */
export async function signOffsOf(actor: Actor, articleId: string): Promise<SignOffBoard> {
  if (!may(actor, 'signOffClaim')) throw forbidden()
  const article = await db().article.findUnique({ where: { id: articleId }, select: { id: true } })
  if (!article) throw notFound()
  const claims = await db().claim.findMany({
    where: { articleId, withdrawnAt: null, signedOffById: null },
    orderBy: { number: 'asc' },
    include: {
      sources: { where: { removedAt: null } },
      writers: { select: { part: true, personId: true, replaced: true } },
      openedBy: { where: { personId: actor.id }, select: { digest: true } },
    },
  })
  const waiting = claims.filter((claim) =>
    needsSignOff(
      { ...claim, urgencyHeld: urgencyHeld(claim.loweredById, claim.writers) },
      settings().signOff,
    ),
  )
  return {
    items: waiting.map((claim) => {
      const digest = signOffDigest(claim)
      const { id, number, quote, status, writers, openedBy } = claim
      return {
        ...{ id, number, quote, status, digest, own: partsOf(writers, actor.id) },
        standing: standingOf({ ...claim, digest }, actor.id, openedBy[0]?.digest ?? null),
      }
    }),
  }
}
