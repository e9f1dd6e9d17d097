import 'server-only'
import type { z } from 'zod'
import { mayMakeClaim } from '@/domain/claim/policy'
import { isReviewed } from '@/domain/claim/rules'
import { conflict, forbidden, notFound, ruleBroken } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import { locateInRevision } from '@/domain/revision/record'
import { earlierVerdict } from '@/domain/revision/rules'
import { reopenIfOpen } from '@/domain/sentence/record'
import { NO_SIGN_OFF, recordVoided, recordWriters } from '@/domain/sign-off/record'
import { mayTakeOffWords, urgencyHeld } from '@/domain/sign-off/rules'
import { fold } from '@/domain/text/fold'
import { likenessKeys } from '@/domain/text/likeness/keys'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { requireWords } from './rules'
import type { anchorClaimSchema, settleAnchorSchema } from './schema'

async function loadAnchor(tx: Tx, { id, version }: { id: string; version: number }) {
  const place = await tx.claim.findUnique({ where: { id }, select: { articleId: true } })
  if (!place || !(await lockArticle(tx, place.articleId))) throw notFound()
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id },
    include: {
      article: { select: { revision: true } },
      writers: { select: { part: true, personId: true } },
    },
  })
  if (claim.version !== version) throw conflict(undefined)
  if (claim.withdrawnAt) throw conflict(undefined, 'claimWithdrawn')
  const anchor = await tx.anchor.findFirstOrThrow({
    where: { claimId: id, revision: { number: claim.article.revision } },
    include: { revision: { select: { id: true, number: true, text: true } } },
  })
  return { claim, anchor }
}

/**
 * Puts a claim on other words of the newest revision. When they are not the words it was reviewed on, the verdict is
 * set back and kept beside it. A sign-off ends with any move: it was given to the words where they stood.
 * @returns the claim's version after it
 * @throws DomainError `conflict` when claim or text changed meanwhile; `invalid` when the words are missing, stand more
 *   than once, or are another claim; `rule` when someone who wrote any of a claim that needs a second person would take
 *   it off words that still stand
 */
export async function anchorClaim(actor: Actor, input: z.output<typeof anchorClaimSchema>): Promise<number> {
  if (!mayMakeClaim(actor)) throw forbidden()
  const { quote, prefix, suffix, start } = input
  const placed = await db().claim.findUnique({ where: { id: input.id }, select: { articleId: true } })
  if (!placed) throw notFound()
  const place = { articleId: placed.articleId, number: input.revision }
  const found = await locateInRevision(place, { quote, prefix, suffix, hint: start })
  return inTransaction(async (tx) => {
    const { claim, anchor } = await loadAnchor(tx, input)
    if (claim.article.revision !== input.revision) throw conflict(undefined, 'textChanged')
    const { id: revisionId, number } = anchor.revision
    const words = requireWords(found)
    const twin = await tx.anchor.findFirst({
      where: {
        revisionId,
        start: words.start,
        end: words.end,
        claimId: { not: claim.id },
        claim: { withdrawnAt: null },
      },
      select: { claim: { select: { number: true } } },
    })
    if (twin) throw ruleBroken('quote', 'claimExists', { number: twin.claim.number })
    const { keys, ...standing } = words
    const reviewedOn = (claim.earlier as { quote?: string } | null)?.quote ?? claim.quote
    const sameWords = fold(words.quote).folded === fold(reviewedOn).folded
    if (anchor.state === 'anchored' && anchor.start === words.start && anchor.end === words.end)
      return claim.version
    const held = { ...claim, urgencyHeld: urgencyHeld(claim.loweredById, claim.writers) }
    const leaves = anchor.state === 'anchored' && !sameWords
    if (leaves && !mayTakeOffWords(held, actor.id, settings().signOff))
      throw ruleBroken('quote', 'withdrawIsOwn')
    const setBack = !sameWords && isReviewed(claim.status)
    await tx.anchor.update({ where: { id: anchor.id }, data: { ...standing, state: 'anchored' } })
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        quote: words.quote,
        keys,
        version: { increment: 1 },
        updatedAt: now(),
        ...NO_SIGN_OFF,
        ...(!sameWords && { disputedBefore: false }),
        ...(setBack && {
          status: 'unreviewed',
          earlier: earlierVerdict(claim, number) as Prisma.InputJsonObject,
          reviewedById: null,
          reviewedAt: null,
        }),
      },
    })
    await recordWriters(tx, claim.id, [{ part: 'words', by: [actor.id], anew: true }])
    await recordEvent(tx, {
      actor,
      verb: 'claim.anchored',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
      before: { quote: claim.quote, ...(setBack && { status: claim.status }) },
      after: { quote: words.quote, ...(setBack && { status: 'unreviewed' }) },
    })
    await recordVoided(tx, actor, claim)
    await reopenIfOpen(tx, actor, claim.articleId)
    return claim.version + 1
  })
}

/**
 * Says of a claim whose words changed that it is still the same claim, or that its words are gone.
 * @returns the claim's version after it
 * @throws DomainError `conflict` when the claim changed meanwhile; `rule` when its words did not change
 */
export async function settleAnchor(
  actor: Actor,
  input: z.output<typeof settleAnchorSchema>,
): Promise<number> {
  if (!mayMakeClaim(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const { claim, anchor } = await loadAnchor(tx, input)
    if (anchor.state !== 'changed') throw ruleBroken('same', 'anchorNotChanged')
    const quote = input.same
      ? anchor.quote
      : ((claim.earlier as { quote?: string } | null)?.quote ?? (await quoteBefore(tx, claim.id, anchor)))
    await tx.anchor.update({
      where: { id: anchor.id },
      data: input.same ? { state: 'anchored' } : { state: 'orphaned', end: anchor.start, quote },
    })
    await tx.claim.update({
      where: { id: claim.id },
      data: { quote, keys: likenessKeys(quote), version: { increment: 1 }, updatedAt: now() },
    })
    await recordWriters(tx, claim.id, [{ part: 'words', by: [actor.id], anew: true }])
    await recordEvent(tx, {
      actor,
      verb: input.same ? 'claim.anchored' : 'claim.orphaned',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
      after: { quote },
    })
    await reopenIfOpen(tx, actor, claim.articleId)
    return claim.version + 1
  })
}

/** The words a claim had in the revision before. */
async function quoteBefore(tx: Tx, claimId: string, now: { quote: string; revision: { number: number } }) {
  const before = await tx.anchor.findFirst({
    where: { claimId, revision: { number: { lt: now.revision.number } } },
    orderBy: { revision: { number: 'desc' } },
    select: { quote: true },
  })
  return before?.quote ?? now.quote
}
