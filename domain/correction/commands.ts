import 'server-only'
import { openArticle } from '@/domain/article/open'
import { openRequest } from '@/domain/correction-request/open'
import type { z } from 'zod'
import { conflict, forbidden, invalid, notFound, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import { findRipples } from '@/domain/ripple/open'
import type { Repeat } from '@/domain/ripple/repeats'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/write'
import { inTransaction } from '@/services/transaction'
import { amend, approveProposal, refuseProposal, withdrawProposal } from './amendment/write'
import { changeFields, setOwner } from './fields/write'
import { createCorrection } from './made/write'
import { lockCorrection } from './open'
import { takenRequest } from './queries'
import { writeCorrection } from './write'
import { secondRefusal } from './rules'
import type {
  AmendCorrection,
  assignOwnerSchema,
  ChangeCorrection,
  closeCorrectionRequestSchema,
  CorrectionVersion,
  rejectCorrectionSchema,
  StartCorrection,
  UpdateCorrection,
} from './schema'
import {
  acknowledge,
  approve,
  publish,
  reject,
  requireApproved,
  requireOpen,
  requireVersion,
} from './step/write'

async function takeCorrectionRequest(tx: Tx, correctionRequestId: string) {
  await tx.$queryRaw`select 1 from correction_request where id = ${correctionRequestId}::uuid for update`
  const correctionRequest = await tx.correctionRequest.findUnique({ where: { id: correctionRequestId } })
  if (!correctionRequest) throw invalid([{ path: 'correctionRequestId', key: 'notFound' }])
  if (correctionRequest.correctionId || correctionRequest.closedAt)
    throw conflict(await takenRequest(tx, correctionRequestId), 'correctionRequestTaken')
  return correctionRequest
}

/**
 * Opens a correction of an article. If a reader requested it, the time limits run from the request. A request that
 * names no known article is assigned to this one.
 * @throws DomainError `invalid` when there is a replacement and the quote does not occur exactly once in the newest
 *   text, or when the correction request belongs to another article; `conflict` when that request already has a
 *   correction or is closed
 */
export async function startCorrection(
  actor: Actor,
  input: StartCorrection,
): Promise<{ id: string; number: number }> {
  if (!may(actor, 'startCorrection')) throw forbidden()
  const { requestKey, correctionRequestId, foundBy, ...fields } = input
  return inTransaction(async (tx) => {
    await openArticle(tx, input.articleId)
    const request = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (!request.first)
      return tx.correction.findUniqueOrThrow({
        where: { id: request.subjectId },
        select: { id: true, number: true },
      })
    const correctionRequest = correctionRequestId
      ? await takeCorrectionRequest(tx, correctionRequestId)
      : null
    if (correctionRequest?.articleId && correctionRequest.articleId !== input.articleId)
      throw invalid([{ path: 'correctionRequestId', key: 'correctionRequestOtherArticle' }])
    const made = await createCorrection(tx, actor, {
      ...fields,
      id: request.subjectId,
      foundBy: foundBy ?? (correctionRequest ? 'reader' : 'desk'),
      reportedAt: correctionRequest?.createdAt ?? now(),
      reportedById: correctionRequest ? null : actor.id,
    })
    if (correctionRequest)
      await tx.correctionRequest.update({
        where: { id: correctionRequest.id },
        data: { correctionId: made.id, articleId: correctionRequest.articleId ?? input.articleId },
      })
    return made
  })
}

/**
 * Changes the given fields of an open correction. A change of its words revokes its approval. When all fields already
 * have these values, nothing is written, whatever the version.
 * @returns the correction's new version
 * @throws DomainError `forbidden` for a checker once an editor has taken the correction up; `rule` when it is
 *   published or rejected
 */
export async function changeCorrection(actor: Actor, input: ChangeCorrection): Promise<number> {
  if (!may(actor, 'startCorrection')) throw forbidden()
  return inTransaction((tx) => changeFields(tx, actor, input))
}

/** Finds other places with the same statement. It reads all articles, so it runs before the transaction. */
async function ripplesOf(id: string, wanted: Partial<UpdateCorrection> = {}): Promise<Repeat[]> {
  const correction = await db().correction.findUnique({
    where: { id },
    select: {
      ...{ quote: true, replacement: true, right: true, articleId: true, claimId: true },
      article: { select: { language: true } },
    },
  })
  if (!correction) throw notFound()
  const { article, articleId, claimId } = correction
  const { quote = correction.quote, right = correction.right, replacement = correction.replacement } = wanted
  return findRipples(db(), { id, articleId, claimId, quote, right, replacement, language: article.language })
}

/** Runs the work of people who handle corrections in one transaction. */
async function handle<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  return inTransaction(work)
}

/** Records that the desk has seen the correction. @returns the new version, as all steps do */
export const acknowledgeCorrection = (actor: Actor, meant: CorrectionVersion) =>
  handle(actor, (tx) => acknowledge(tx, actor, meant))

/**
 * Approves the words for readers and finds other places with the same statement.
 * @throws DomainError `rule` with an issue for each empty field that the kind requires
 */
export async function approveCorrection(actor: Actor, meant: CorrectionVersion): Promise<number> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  const ripples = await ripplesOf(meant.id)
  return inTransaction((tx) => approve(tx, actor, meant, ripples))
}

/**
 * Publishes a correction for good. A replacement fixes the text in the same transaction.
 * @throws DomainError `rule` with an issue for everything that is missing; `invalid` naming the quote when it no
 *   longer occurs exactly once in the newest text
 */
export async function publishCorrection(actor: Actor, meant: CorrectionVersion): Promise<number> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  const ripples = await ripplesOf(meant.id)
  return inTransaction((tx) => publish(tx, actor, meant, ripples))
}

/** Records that nothing needs correcting, and why. */
export const rejectCorrection = (actor: Actor, { why, ...meant }: z.output<typeof rejectCorrectionSchema>) =>
  handle(actor, (tx) => reject(tx, actor, meant, why))

/** A second person's approval. @throws DomainError `rule` for the approver and for anyone who wrote any part of it */
export const secondCorrection = (actor: Actor, { id, version }: CorrectionVersion) =>
  handle(actor, async (tx) => {
    const correction = await lockCorrection(tx, id)
    if (correction.secondById === actor.id) return correction.version
    requireOpen(correction)
    await requireVersion(tx, actor, correction, version)
    if (correction.state !== 'approved') throw ruleBroken('state', 'correctionStep')
    const writers = await tx.correctionWriter.findMany({ where: { correctionId: id } })
    const writerIds = writers.map(({ personId }) => personId)
    const refused = secondRefusal({ approvedById: correction.approvedById, writerIds }, actor.id)
    if (refused) throw ruleBroken('second', refused)
    await requireApproved(tx, actor, correction)
    return writeCorrection(
      tx,
      actor,
      { correction, version },
      { secondById: actor.id, secondAt: now() },
      { verb: 'correction.seconded' },
    )
  })

/** Sets the owner. @throws DomainError `rule` for a person who could not start a correction */
export const assignOwner = (actor: Actor, input: z.output<typeof assignOwnerSchema>) =>
  handle(actor, (tx) => setOwner(tx, actor, input))

/** Changes fields, owner and step in this order, in one transaction: all of it or nothing. */
export async function updateCorrection(actor: Actor, input: UpdateCorrection): Promise<number> {
  const { id, version, state, why, ownerId, ...fields } = input
  if (!may(actor, 'startCorrection')) throw forbidden()
  if ((state !== undefined || ownerId !== undefined) && !may(actor, 'handleCorrections')) throw forbidden()
  const ripples = state === 'approved' ? await ripplesOf(id, fields) : []
  return inTransaction(async (tx) => {
    let at = version
    if (Object.keys(fields).length > 0) at = await changeFields(tx, actor, { id, version, ...fields })
    if (ownerId !== undefined) at = await setOwner(tx, actor, { id, version: at, ownerId })
    const meant = { id, version: at }
    if (state === 'acknowledged') at = await acknowledge(tx, actor, meant)
    if (state === 'approved') at = await approve(tx, actor, meant, ripples)
    if (state === 'rejected') {
      if (!why) throw invalid([{ path: 'why', key: 'required' }])
      at = await reject(tx, actor, meant, why)
    }
    return at
  })
}

/**
 * Changes the words of a published correction and keeps the earlier ones. Readers are notified only of a substantive
 * change. When a second person is needed, the change is a proposal that readers do not see until one approves it.
 * @throws DomainError `rule` when the correction is not published, lacks what its kind requires, would become a
 *   retraction, or has an undecided proposal
 */
export const amendCorrection = (actor: Actor, input: AmendCorrection): Promise<number> =>
  handle(actor, (tx) => amend(tx, actor, input))

/** Approves a proposed amendment and publishes it. @throws DomainError `rule` for who worded any of it */
export const approveAmendment = (actor: Actor, meant: CorrectionVersion): Promise<number> =>
  handle(actor, (tx) => approveProposal(tx, actor, meant))

/** Refuses a proposed amendment and tells its author why. @throws DomainError `rule` for who worded any of it */
export const refuseAmendment = (
  actor: Actor,
  input: z.output<typeof rejectCorrectionSchema>,
): Promise<number> => handle(actor, (tx) => refuseProposal(tx, actor, input))

/** Withdraws one's own proposed amendment. @throws DomainError `forbidden` for everybody else */
export const withdrawAmendment = (actor: Actor, meant: CorrectionVersion): Promise<number> =>
  handle(actor, (tx) => withdrawProposal(tx, actor, meant))

/** Closes a correction request that leads to no correction; the sender sees the reason. */
export async function closeCorrectionRequest(
  actor: Actor,
  input: z.output<typeof closeCorrectionRequestSchema>,
): Promise<void> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  await inTransaction(async (tx) => {
    await openRequest(tx, input.id)
    const correctionRequest = await takeCorrectionRequest(tx, input.id)
    await tx.correctionRequest.update({
      where: { id: correctionRequest.id },
      data: { closedAt: now(), closedById: actor.id, closedWhy: input.why },
    })
    await recordEvent(tx, {
      actor,
      verb: 'reader_report.closed',
      articleId: correctionRequest.articleId ?? undefined,
      claimId: correctionRequest.claimId ?? undefined,
      subjectId: correctionRequest.id,
      after: { why: input.why },
    })
  })
}
