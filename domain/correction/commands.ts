import 'server-only'
import type { z } from 'zod'
import { conflict, forbidden, invalid, notFound, ruleBroken } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import { findRipples } from '@/domain/ripple/read'
import type { Similar } from '@/domain/statement/rules'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/write'
import { inTransaction } from '@/services/transaction'
import { amend, approveProposal, refuseProposal, withdrawProposal } from './amendments'
import { changeFields, setOwner } from './changes'
import { createCorrection } from './create'
import { lockCorrection } from './open'
import { writeCorrection } from './write'
import { secondRefusal } from './rules'
import type {
  AmendCorrection,
  assignOwnerSchema,
  ChangeCorrection,
  closeReportSchema,
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
  type Place,
} from './steps'

async function takeReport(tx: Tx, readerReportId: string) {
  await tx.$queryRaw`select 1 from reader_report where id = ${readerReportId}::uuid for update`
  const report = await tx.readerReport.findUnique({ where: { id: readerReportId } })
  if (!report) throw invalid([{ path: 'readerReportId', key: 'notFound' }])
  if (report.correctionId || report.closedAt) throw conflict(undefined, 'reportTaken')
  return report
}

/**
 * Opens a correction of an article. One that a reader asked for counts from when they reported it.
 * @throws DomainError `invalid` when there is a replacement and the quote does not stand once in the newest text;
 *   `conflict` when the reader's report was taken up or closed already, `invalid` when it is of another article; one of no
 *   known article becomes one of this article
 */
export async function startCorrection(
  actor: Actor,
  input: StartCorrection,
): Promise<{ id: string; number: number }> {
  if (!may(actor, 'startCorrection')) throw forbidden()
  const { requestKey, readerReportId, foundBy, ...fields } = input
  return inTransaction(async (tx) => {
    if (!(await lockArticle(tx, input.articleId))) throw notFound()
    const request = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (!request.first)
      return tx.correction.findUniqueOrThrow({
        where: { id: request.subjectId },
        select: { id: true, number: true },
      })
    const report = readerReportId ? await takeReport(tx, readerReportId) : null
    if (report?.articleId && report.articleId !== input.articleId)
      throw invalid([{ path: 'readerReportId', key: 'reportOtherArticle' }])
    const made = await createCorrection(tx, actor, {
      ...fields,
      id: request.subjectId,
      foundBy: foundBy ?? (report ? 'reader' : 'desk'),
      reportedAt: report?.createdAt ?? now(),
      reportedById: report ? null : actor.id,
    })
    if (report)
      await tx.readerReport.update({
        where: { id: report.id },
        data: { correctionId: made.id, articleId: report.articleId ?? input.articleId },
      })
    return made
  })
}

/**
 * Changes what is said of a correction that is still open: the fields that are given. A change of its words takes an
 * approval back. When everything asked for is so already, nothing is written, whatever the version.
 * @returns its version after it
 * @throws DomainError `forbidden` for a checker once an editor took it up; `rule` when it is published or rejected
 */
export async function changeCorrection(actor: Actor, input: ChangeCorrection): Promise<number> {
  if (!may(actor, 'startCorrection')) throw forbidden()
  return inTransaction((tx) => changeFields(tx, actor, input))
}

/** Where else the same is said: asked before the transaction, since it reads all articles. */
async function ripplesOf(id: string, wanted?: string): Promise<Similar[]> {
  const correction = await db().correction.findUnique({
    where: { id },
    select: { quote: true, articleId: true, article: { select: { language: true } } },
  })
  if (!correction) throw notFound()
  const { quote, articleId, article } = correction
  return findRipples({ quote: wanted ?? quote, articleId, language: article.language })
}

/** What only those who handle corrections do, in one transaction. */
async function handle<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  return inTransaction(work)
}

/** Says that the desk has seen it. @returns the version after it, as all steps do */
export const acknowledgeCorrection = (actor: Actor, place: Place) =>
  handle(actor, (tx) => acknowledge(tx, actor, place))

/**
 * Approves what is to be told to readers, and finds where else the same is said.
 * @throws DomainError `rule` with an issue for each field that the kind needs and that is empty
 */
export async function approveCorrection(actor: Actor, place: Place): Promise<number> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  const ripples = await ripplesOf(place.id)
  return inTransaction((tx) => approve(tx, actor, place, ripples))
}

/**
 * Tells readers, for good; with a replacement it mends the text in the same transaction.
 * @throws DomainError `rule` with an issue for each thing that is lacking; `invalid` naming the quote when it does not
 *   stand once in the newest text any more
 */
export async function publishCorrection(actor: Actor, place: Place): Promise<number> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  const ripples = await ripplesOf(place.id)
  return inTransaction((tx) => publish(tx, actor, place, ripples))
}

/** Says that nothing is to be corrected, and why. */
export const rejectCorrection = (actor: Actor, { why, ...place }: z.output<typeof rejectCorrectionSchema>) =>
  handle(actor, (tx) => reject(tx, actor, place, why))

/** A second person's approval. @throws DomainError `rule` for who approved it or wrote any part of it */
export const secondCorrection = (actor: Actor, { id, version }: Place) =>
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
    requireApproved(correction)
    return writeCorrection(
      tx,
      actor,
      { correction, version },
      { secondById: actor.id, secondAt: now() },
      { verb: 'correction.seconded' },
    )
  })

/** Says who sees to it. @throws DomainError `rule` for someone who could not start one */
export const assignOwner = (actor: Actor, input: z.output<typeof assignOwnerSchema>) =>
  handle(actor, (tx) => setOwner(tx, actor, input))

/** Fields, owner and step in one transaction, in this order: all of it or nothing. */
export async function updateCorrection(actor: Actor, input: UpdateCorrection): Promise<number> {
  const { id, version, state, why, ownerId, ...fields } = input
  if (!may(actor, 'startCorrection')) throw forbidden()
  if ((state !== undefined || ownerId !== undefined) && !may(actor, 'handleCorrections')) throw forbidden()
  const ripples = state === 'approved' ? await ripplesOf(id, fields.quote) : []
  return inTransaction(async (tx) => {
    let at = version
    if (Object.keys(fields).length > 0) at = await changeFields(tx, actor, { id, version, ...fields })
    if (ownerId !== undefined) at = await setOwner(tx, actor, { id, version: at, ownerId })
    const place = { id, version: at }
    if (state === 'acknowledged') at = await acknowledge(tx, actor, place)
    if (state === 'approved') at = await approve(tx, actor, place, ripples)
    if (state === 'rejected') {
      if (!why) throw invalid([{ path: 'why', key: 'required' }])
      at = await reject(tx, actor, place, why)
    }
    return at
  })
}

/**
 * Changes what readers were told, keeping what it said before. Only a substantive change is told to them anew. Where a
 * second person is needed, it is kept as a proposal, of which readers see nothing until one approves it.
 * @throws DomainError `rule` when it is not published, lacks what its kind needs, would become a retraction, or has a
 *   proposal that nobody decided on yet
 */
export const amendCorrection = (actor: Actor, input: AmendCorrection): Promise<number> =>
  handle(actor, (tx) => amend(tx, actor, input))

/** Approves a proposed amendment, which readers see from then on. @throws DomainError `rule` for who proposed it */
export const approveAmendment = (actor: Actor, place: Place): Promise<number> =>
  handle(actor, (tx) => approveProposal(tx, actor, place))

/** Refuses a proposed amendment, with a reason for who proposed it. @throws DomainError `rule` for who proposed it */
export const refuseAmendment = (
  actor: Actor,
  input: z.output<typeof rejectCorrectionSchema>,
): Promise<number> => handle(actor, (tx) => refuseProposal(tx, actor, input))

/** Takes one's own proposed amendment back. @throws DomainError `forbidden` for everybody else */
export const withdrawAmendment = (actor: Actor, place: Place): Promise<number> =>
  handle(actor, (tx) => withdrawProposal(tx, actor, place))

/** Closes a reader's report that no correction comes of; the sender sees why. */
export async function closeReport(actor: Actor, input: z.output<typeof closeReportSchema>): Promise<void> {
  if (!may(actor, 'handleCorrections')) throw forbidden()
  await inTransaction(async (tx) => {
    const place = await tx.readerReport.findUnique({ where: { id: input.id }, select: { articleId: true } })
    if (!place) throw notFound()
    if (place.articleId) await lockArticle(tx, place.articleId)
    const report = await takeReport(tx, input.id)
    await tx.readerReport.update({
      where: { id: report.id },
      data: { closedAt: now(), closedById: actor.id, closedWhy: input.why },
    })
    await recordEvent(tx, {
      actor,
      verb: 'reader_report.closed',
      articleId: report.articleId ?? undefined,
      claimId: report.claimId ?? undefined,
      subjectId: report.id,
      after: { why: input.why },
    })
  })
}
