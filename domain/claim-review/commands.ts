import 'server-only'
import type { z } from 'zod'
import { mayReviewClaim } from '@/domain/claim/policy'
import { changedFields } from '@/domain/claim/rules'
import { conflict, forbidden, notFound, ruleBroken } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { brokenStatement, NO_STATEMENT, statementOf, type Statement } from './rules'
import type { attributeClaimSchema } from './schema'

type AttributeClaim = z.output<typeof attributeClaimSchema>

const wantedStatement = ({ speaker, ...given }: AttributeClaim): Statement =>
  speaker === null
    ? NO_STATEMENT
    : {
        speaker,
        speakerKind: given.speakerKind,
        saidOn: given.saidOn ?? null,
        saidAt: given.saidAt ?? null,
        rating: given.rating ?? null,
        ratingName: given.ratingName,
      }

/**
 * Says whose statement a claim is, the whole of it at once, or with no speaker that it is the newsroom's own sentence.
 * A sign-off stays: it covers quote, status, finding and sources, none of which this changes.
 * @returns the claim's version after it
 * @throws DomainError `conflict` with the statement as it is now when `version` is not the newest; `rule` when the
 *   rating contradicts the verdict or lacks words in the article's language
 */
export async function attributeClaim(actor: Actor, input: AttributeClaim): Promise<number> {
  if (!mayReviewClaim(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const place = await tx.claim.findUnique({ where: { id: input.id }, select: { articleId: true } })
    if (!place || !(await lockArticle(tx, place.articleId))) throw notFound()
    const claim = await tx.claim.findUniqueOrThrow({
      where: { id: input.id },
      include: { article: { select: { language: true } } },
    })
    const current = { id: claim.id, version: claim.version, statement: statementOf(claim) }
    if (claim.withdrawnAt) throw conflict(current, 'claimWithdrawn')
    const wanted = wantedStatement(input)
    const changes = changedFields(claim, wanted)
    if (!changes) return claim.version
    if (claim.version !== input.version) throw conflict(current)
    const broken = brokenStatement(wanted, { status: claim.status, language: claim.article.language })
    if (broken) throw ruleBroken(broken.path, broken.key)
    await tx.claim.update({
      where: { id: claim.id },
      data: { ...changes, version: { increment: 1 }, updatedAt: now() },
    })
    await recordEvent(tx, {
      actor,
      verb: 'claim.attributed',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
      before: Object.fromEntries(
        Object.keys(changes).map((field) => [field, claim[field as keyof typeof claim]]),
      ),
      after: changes,
    })
    return claim.version + 1
  })
}
