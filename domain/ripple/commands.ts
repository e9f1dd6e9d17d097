import 'server-only'
import { openArticle } from '@/domain/article/open'
import type { z } from 'zod'
import { createCorrection } from '@/domain/correction/made/write'
import { forbidden, notFound, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { inTransaction } from '@/services/transaction'
import type { dismissRippleSchema, openRippleSchema } from './schema'

async function lockRipple(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from ripple where id = ${id}::uuid for update`
  return tx.ripple.findUniqueOrThrow({
    where: { id },
    include: {
      made: { select: { id: true, number: true } },
      correction: { include: { article: { select: { language: true } } } },
      article: { select: { language: true } },
    },
  })
}

/**
 * Opens a correction at a place with the same statement. If both articles have the same language, it takes over the
 * words of the first correction, and the writers of those words count as writers here too. A repeated request returns
 * the correction that was opened.
 * @throws DomainError `rule` when the place was dismissed as not affected
 */
export async function openRipple(
  actor: Actor,
  { id }: z.output<typeof openRippleSchema>,
): Promise<{ id: string; number: number }> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  return inTransaction(async (tx) => {
    const stored = await tx.ripple.findUnique({ where: { id }, select: { articleId: true } })
    if (!stored) throw notFound()
    await openArticle(tx, stored.articleId)
    const ripple = await lockRipple(tx, id)
    if (ripple.made) return ripple.made
    if (ripple.state !== 'open') throw ruleBroken('state', 'rippleDecided')
    const { correction: first } = ripple
    const sameLanguage = first.article.language === ripple.article.language
    const at = now()
    const made = await createCorrection(tx, actor, {
      id: newId(),
      articleId: ripple.articleId,
      claimId: ripple.claimId ?? undefined,
      rippleOfId: first.id,
      kind: first.kind,
      severity: first.severity,
      foundBy: 'desk',
      quote: ripple.quote,
      ...(sameLanguage && { wrong: first.wrong, right: first.right, note: first.note }),
      reportedAt: at,
      reportedById: actor.id,
    })
    await tx.ripple.update({
      where: { id },
      data: { state: 'opened', madeId: made.id, decidedById: actor.id, decidedAt: at },
    })
    return made
  })
}

/** Dismisses a place as not affected, with a reason. @throws DomainError `rule` when a correction was opened there */
export async function dismissRipple(
  actor: Actor,
  { id, why }: z.output<typeof dismissRippleSchema>,
): Promise<void> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  await inTransaction(async (tx) => {
    const stored = await tx.ripple.findUnique({
      where: { id },
      select: { correction: { select: { articleId: true } } },
    })
    if (!stored) throw notFound()
    await openArticle(tx, stored.correction.articleId)
    const ripple = await lockRipple(tx, id)
    if (ripple.state === 'not_affected') return
    if (ripple.state !== 'open') throw ruleBroken('state', 'rippleDecided')
    await tx.ripple.update({
      where: { id },
      data: { state: 'not_affected', why, decidedById: actor.id, decidedAt: now() },
    })
    await recordEvent(tx, {
      actor,
      verb: 'correction.ripple_dismissed',
      articleId: ripple.correction.articleId,
      claimId: ripple.correction.claimId ?? undefined,
      subjectId: ripple.correctionId,
      after: { correction: ripple.correction.number, quote: ripple.quote, why },
    })
  })
}
