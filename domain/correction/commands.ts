import 'server-only'
import type { z } from 'zod'
import { changedFields } from '@/domain/claim/rules'
import { conflict, DomainError, forbidden, invalid, notFound, ruleBroken, type Issue } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import { writeRevision } from '@/domain/revision/record'
import { findRipples, storeRipples } from '@/domain/ripple/record'
import type { Block } from '@/domain/text/blocks'
import { canonicalText, textProblem } from '@/domain/text/canonical'
import { replaceSpan } from '@/domain/text/replace'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/services/once'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { needsExplanation } from './clock'
import { mayChangeCorrection, mayHandleCorrections, maySecond, mayStartCorrection } from './policy'
import { correctionInTransaction } from './queries'
import {
  createCorrection,
  findQuote,
  lockCorrection,
  requireSpan,
  writeCorrection,
  type Stored,
} from './record'
import { APPROVED_FIELDS, approvalIssues, mayGo, publishingIssues, type CorrectionState } from './rules'
import type {
  AmendCorrection,
  assignOwnerSchema,
  ChangeCorrection,
  closeReportSchema,
  correctionStepSchema,
  rejectCorrectionSchema,
  StartCorrection,
} from './schema'

type Step = z.output<typeof correctionStepSchema>

const broken = (issues: Issue[]) =>
  new DomainError('rule', issues[0]?.key ?? 'invalid', { issues, params: issues[0]?.params })

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
 *   `conflict` when the reader's report was taken up or closed already
 */
export async function startCorrection(
  actor: Actor,
  input: StartCorrection,
): Promise<{ id: string; number: number }> {
  if (!mayStartCorrection(actor)) throw forbidden()
  const { requestKey, readerReportId, foundBy, ...fields } = input
  return inTransaction(async (tx) => {
    if (!(await lockArticle(tx, input.articleId))) throw notFound()
    const request = await claimRequest(tx, actor.id, requestKey, newId())
    if (!request.first)
      return tx.correction.findUniqueOrThrow({
        where: { id: request.subjectId },
        select: { id: true, number: true },
      })
    const report = readerReportId ? await takeReport(tx, readerReportId) : null
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

function requireOpen(correction: Stored) {
  if (correction.state === 'published') throw ruleBroken('state', 'correctionPublished')
  if (correction.state === 'rejected') throw ruleBroken('state', 'correctionRejected')
}

const pick = (from: object, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, (from as Record<string, unknown>)[field]]))

/** What an approval leaves when the words it was given to change. */
const UNAPPROVED = {
  state: 'acknowledged',
  approvedById: null,
  approvedAt: null,
  secondById: null,
  secondAt: null,
} as const

/**
 * Changes what is said of a correction that is still open: the fields that are given. A change of its words takes an
 * approval back. When everything asked for is so already, nothing is written, whatever the version.
 * @returns its version after it
 * @throws DomainError `forbidden` for a checker once an editor took it up; `rule` when it is published or rejected
 */
export async function changeCorrection(actor: Actor, input: ChangeCorrection): Promise<number> {
  const { id, version, ...wanted } = input
  if (!mayStartCorrection(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const correction = await lockCorrection(tx, id)
    const changes = changedFields(correction, wanted)
    if (!changes) return correction.version
    requireOpen(correction)
    if (!mayChangeCorrection(actor, correction.state)) throw forbidden('correctionTakenUp')
    if (correction.version !== version) throw conflict(await correctionInTransaction(tx, actor, id))
    const next = { ...correction, ...changes }
    if (next.replacement !== null && next.quote && ('replacement' in changes || 'quote' in changes))
      requireSpan((await findQuote(tx, next)).found)
    const back = correction.state === 'approved' && APPROVED_FIELDS.some((field) => field in changes)
    return writeCorrection(
      tx,
      actor,
      { correction, version },
      { ...changes, ...(back && UNAPPROVED) },
      {
        verb: 'correction.changed',
        before: { ...pick(correction, Object.keys(changes)), ...(back && { state: correction.state }) },
        after: { ...changes, ...(back && { state: UNAPPROVED.state }) },
      },
    )
  })
}

type Taken = { data: Prisma.CorrectionUncheckedUpdateManyInput; after?: Record<string, unknown> }

/** One step of a correction; asked for again when it was taken, it writes nothing. */
async function step(
  actor: Actor,
  { id, version }: Step,
  to: CorrectionState,
  take: (tx: Tx, correction: Stored) => Promise<Taken> | Taken,
): Promise<number> {
  if (!mayHandleCorrections(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const correction = await lockCorrection(tx, id)
    if (correction.state === to) return correction.version
    requireOpen(correction)
    if (correction.version !== version) throw conflict(await correctionInTransaction(tx, actor, id))
    if (!mayGo(correction.state, to) || (to === 'acknowledged' && correction.state === 'approved'))
      throw ruleBroken('state', 'correctionStep')
    const { data, after } = await take(tx, correction)
    return writeCorrection(
      tx,
      actor,
      { correction, version },
      { ...data, state: to },
      {
        verb: `correction.${to}` as 'correction.published',
        before: { state: correction.state },
        after: { state: to, ...after },
      },
    )
  })
}

/** Says that the desk has seen it. */
export const acknowledgeCorrection = (actor: Actor, input: Step) =>
  step(actor, input, 'acknowledged', () => ({
    data: { acknowledgedById: actor.id, acknowledgedAt: now() },
  }))

/** Where else the same is said: asked before the transaction, since it reads all articles. */
async function ripplesOf(actor: Actor, id: string) {
  if (!mayHandleCorrections(actor)) throw forbidden()
  const correction = await db().correction.findUnique({
    where: { id },
    select: { quote: true, articleId: true, article: { select: { language: true } } },
  })
  if (!correction) throw notFound()
  const { quote, articleId, article } = correction
  return findRipples({ quote, articleId, language: article.language })
}

/**
 * Approves what is to be told to readers, and finds where else the same is said.
 * @throws DomainError `rule` with an issue for each field that the kind needs and that is empty
 */
export async function approveCorrection(actor: Actor, input: Step): Promise<number> {
  const ripples = await ripplesOf(actor, input.id)
  return step(actor, input, 'approved', async (tx, correction) => {
    const issues = approvalIssues(correction)
    if (issues.length > 0) throw broken(issues)
    await storeRipples(tx, correction.id, ripples)
    return { data: { approvedById: actor.id, approvedAt: now(), secondById: null, secondAt: null } }
  })
}

/** A second person's approval. @throws DomainError `rule` for the one who approved it */
export async function secondCorrection(actor: Actor, { id, version }: Step): Promise<number> {
  if (!mayHandleCorrections(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const correction = await lockCorrection(tx, id)
    if (correction.secondById === actor.id) return correction.version
    requireOpen(correction)
    if (correction.version !== version) throw conflict(await correctionInTransaction(tx, actor, id))
    if (correction.state !== 'approved') throw ruleBroken('state', 'correctionStep')
    if (!maySecond(actor, correction)) throw ruleBroken('second', 'secondIsApprover')
    return writeCorrection(
      tx,
      actor,
      { correction, version },
      { secondById: actor.id, secondAt: now() },
      { verb: 'correction.seconded' },
    )
  })
}

/** Puts the replacement into the newest text, as any revision does it. @returns the revision's number */
async function fixText(tx: Tx, actor: Actor, correction: Stored, replacement: string): Promise<number> {
  const { found, revision } = await findQuote(tx, correction)
  const span = requireSpan(found)
  const fresh = replaceSpan(revision.text, revision.blocks as unknown as Block[], span, replacement)
  const problem = textProblem(fresh.text)
  if (problem || canonicalText(fresh.text) !== fresh.text)
    throw invalid([{ path: 'replacement', key: problem?.code === 'empty' ? 'textEmpty' : 'badCharacter' }])
  if (fresh.text === revision.text) throw invalid([{ path: 'replacement', key: 'replacementSame' }])
  const { articleId } = correction
  const made = await writeRevision(tx, actor, { articleId, revisionId: newId(), ...fresh })
  return made.revision
}

/**
 * Tells readers, for good; with a replacement it mends the text in the same transaction.
 * @throws DomainError `rule` with an issue for each thing that is lacking; `invalid` naming the quote when it does not
 *   stand once in the newest text any more
 */
export async function publishCorrection(actor: Actor, input: Step): Promise<number> {
  const ripples = await ripplesOf(actor, input.id)
  return step(actor, input, 'published', async (tx, correction) => {
    const at = now()
    const late = needsExplanation(correction.reportedAt, at, settings().newsroomTimeZone)
    const issues = publishingIssues(correction, late)
    if (issues.length > 0) throw broken(issues)
    const { replacement } = correction
    const fixedIn = replacement === null ? null : await fixText(tx, actor, correction, replacement)
    await storeRipples(tx, correction.id, ripples)
    return {
      data: { publishedById: actor.id, publishedAt: at, updatedForReadersAt: at, fixedIn },
      after: { fixedIn },
    }
  })
}

/** Says that nothing is to be corrected, and why. */
export const rejectCorrection = (actor: Actor, { why, ...input }: z.output<typeof rejectCorrectionSchema>) =>
  step(actor, input, 'rejected', () => ({
    data: { rejectedById: actor.id, rejectedAt: now(), rejectedWhy: why },
    after: { why },
  }))

const AMENDED = ['kind', 'wrong', 'right', 'note', 'explanation'] as const

/**
 * Changes what readers were told, keeping what it said before. Only a substantive change is told to them anew.
 * @throws DomainError `rule` when it is not published, lacks what its kind needs, or would become a retraction
 */
export async function amendCorrection(actor: Actor, input: AmendCorrection): Promise<number> {
  const { id, version, reason, substantive, ...wanted } = input
  if (!mayHandleCorrections(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const correction = await lockCorrection(tx, id)
    const changes = changedFields(correction, wanted)
    if (!changes) return correction.version
    if (correction.state !== 'published') throw ruleBroken('state', 'correctionNotPublished')
    if (correction.version !== version) throw conflict(await correctionInTransaction(tx, actor, id))
    if (changes.kind === 'retraction') throw ruleBroken('kind', 'retractionIsOwn')
    const issues = approvalIssues({ ...correction, ...changes, replacement: null })
    if (issues.length > 0) throw broken(issues)
    const at = now()
    await tx.amendment.create({
      data: {
        id: newId(),
        correctionId: id,
        before: pick(correction, AMENDED) as Prisma.InputJsonObject,
        reason,
        substantive,
        byId: actor.id,
        at,
      },
    })
    return writeCorrection(
      tx,
      actor,
      { correction, version },
      { ...changes, ...(substantive && { updatedForReadersAt: at }) },
      {
        verb: 'correction.amended',
        before: pick(correction, Object.keys(changes)),
        after: { ...changes, why: reason, substantive },
      },
    )
  })
}

/** Says who sees to it. @throws DomainError `rule` for someone who could not start one */
export async function assignOwner(actor: Actor, input: z.output<typeof assignOwnerSchema>): Promise<number> {
  if (!mayHandleCorrections(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const correction = await lockCorrection(tx, input.id)
    if (correction.ownerId === input.ownerId) return correction.version
    requireOpen(correction)
    const owner = input.ownerId
      ? await tx.user.findFirst({ where: { id: input.ownerId, deactivatedAt: null }, select: { role: true } })
      : null
    if (input.ownerId && (!owner || owner.role === 'viewer')) throw ruleBroken('ownerId', 'cannotOwn')
    return writeCorrection(
      tx,
      actor,
      { correction, version: input.version },
      { ownerId: input.ownerId },
      {
        verb: 'correction.changed',
        before: { ownerId: correction.ownerId },
        after: { ownerId: input.ownerId },
      },
    )
  })
}

/** Closes a reader's report that no correction comes of; the sender sees why. */
export async function closeReport(actor: Actor, input: z.output<typeof closeReportSchema>): Promise<void> {
  if (!mayHandleCorrections(actor)) throw forbidden()
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
