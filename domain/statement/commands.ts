import 'server-only'
import type { z } from 'zod'
import { mayReviewClaim } from '@/domain/claim/policy'
import { brokenRule, isReviewed } from '@/domain/claim/rules'
import { conflict, forbidden, notFound, ruleBroken } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import { NO_SIGN_OFF, recordVoided, recordWriters, writersOf, type Written } from '@/domain/sign-off/record'
import { disputedOnWords, findingBegins, type Writer } from '@/domain/sign-off/rules'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON } from '@/prisma/client'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import type { takeOverSchema } from './schema'

/** Whoever wrote what is taken over wrote it here too, beside the one who takes it. */
function writtenBy(
  actor: Actor,
  others: readonly Writer[],
  taken: { before: string; after: string; sources: number },
): Written[] {
  const there = (part: Writer['part']) => others.filter((one) => one.part === part).map((one) => one.personId)
  const changed = taken.before !== taken.after
  return [
    { part: 'status', by: [actor.id, ...there('status')], anew: true },
    {
      part: 'finding',
      by: changed ? [actor.id, ...there('finding')] : there('finding'),
      anew: changed && findingBegins(taken.before, taken.after),
    },
    ...(taken.sources > 0 ? [{ part: 'sources' as const, by: [actor.id, ...there('sources')] }] : []),
  ]
}

/**
 * Takes verdict, finding and sources of another claim over and says so. An own finding stays, with the other below it;
 * sources that are there already are not added twice.
 * @returns the claim's version after it
 * @throws DomainError `conflict` when `version` is not the newest; `rule` when the other is not reviewed
 */
export async function takeOver(actor: Actor, input: z.output<typeof takeOverSchema>): Promise<number> {
  if (!mayReviewClaim(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const place = await tx.claim.findUnique({ where: { id: input.id }, select: { articleId: true } })
    if (!place || !(await lockArticle(tx, place.articleId))) throw notFound()
    const withSources = { sources: { where: { removedAt: null } } } as const
    const claim = await tx.claim.findUniqueOrThrow({ where: { id: input.id }, include: withSources })
    const other = await tx.claim.findUnique({
      where: { id: input.fromId },
      include: { ...withSources, article: { select: { title: true } } },
    })
    if (!other || other.withdrawnAt) throw notFound()
    if (claim.version !== input.version) throw conflict(undefined)
    if (claim.withdrawnAt) throw conflict(undefined, 'claimWithdrawn')
    if (other.id === claim.id || !isReviewed(other.status)) throw ruleBroken('fromId', 'nothingToTakeOver')
    const known = new Set(claim.sources.map((source) => `${source.title}\n${source.url ?? ''}`))
    const sources = other.sources.filter((source) => !known.has(`${source.title}\n${source.url ?? ''}`))
    const own = claim.finding.trim()
    const finding =
      own === '' || own === other.finding.trim()
        ? other.finding
        : `${claim.finding}\n\n${other.finding}`.trim()
    const stances = [...claim.sources, ...sources].map((source) => source.stance)
    const broken = brokenRule({ status: other.status, finding, stances })
    if (broken) throw ruleBroken(broken.path, broken.key)
    const at = now()
    await tx.source.createMany({
      data: sources.map(
        ({
          id: _id,
          claimId: _claim,
          createdAt: _at,
          updatedAt: _to,
          version: _v,
          createdById: _by,
          ...rest
        }) => ({
          ...rest,
          claimId: claim.id,
          createdById: actor.id,
        }),
      ),
    })
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        status: other.status,
        finding,
        takenFromId: other.id,
        disputedBefore: disputedOnWords(claim, other.status),
        earlier: NO_JSON,
        reviewedById: actor.id,
        reviewedAt: at,
        ...NO_SIGN_OFF,
        version: { increment: 1 },
        updatedAt: at,
      },
    })
    await recordWriters(
      tx,
      claim.id,
      writtenBy(actor, await writersOf(tx, other.id), {
        before: claim.finding,
        after: finding,
        sources: sources.length,
      }),
    )
    await recordEvent(tx, {
      actor,
      verb: 'claim.taken_over',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
      before: { status: claim.status, finding: claim.finding },
      after: {
        status: other.status,
        finding,
        sources: sources.length,
        from: `${other.article.title} · ${other.number}`,
        fromId: other.id,
      },
    })
    await recordVoided(tx, actor, claim)
    return claim.version + 1
  })
}
