import 'server-only'
import type { z } from 'zod'
import { conflict, DomainError, forbidden, notFound, ruleBroken, type ErrorKey } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import { reopenIfOpen } from '@/domain/sentence/record'
import type { Verb } from '@/domain/history/schema'
import { NO_SIGN_OFF, recordVoided, recordWriters, type Written } from '@/domain/sign-off/record'
import {
  disputedOnWords,
  findingBegins,
  mayLowerUrgency,
  mayTakeOffWords,
  urgencyHeld,
} from '@/domain/sign-off/rules'
import { requireWords } from '@/domain/anchor/rules'
import { roleMay } from '@/domain/permissions'
import { locateInRevision } from '@/domain/revision/record'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/record'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { mayAssignClaim, mayMakeClaim, mayPlanClaim, mayReviewClaim, mayWithdrawClaim } from './policy'
import { claimInTransaction } from './queries'
import { loweredPlaces } from './record'
import { brokenRule, changedFields, isReviewed, loweredOn } from './rules'
import type {
  assignClaimsSchema,
  changeClaimSchema,
  claimIdSchema,
  makeClaimSchema,
  withdrawClaimSchema,
} from './schema'

type ChangeClaim = z.output<typeof changeClaimSchema>

/** The same words are one claim. */
async function refuseTwin(tx: Tx, place: { revisionId: string; start: number; end: number }) {
  const twin = await tx.anchor.findFirst({
    where: { ...place, claim: { withdrawnAt: null } },
    select: { claim: { select: { number: true } } },
  })
  if (twin) throw ruleBroken('quote', 'claimExists', { number: twin.claim.number })
}

/**
 * Makes words of the newest revision into a claim.
 * @returns the claim's id and its number within the article
 * @throws DomainError `conflict` when the text has a newer revision, `invalid` when the words are missing, stand more
 *   than once, or are a claim already
 */
export async function makeClaim(
  actor: Actor,
  input: z.output<typeof makeClaimSchema>,
): Promise<{ id: string; number: number }> {
  if (!mayMakeClaim(actor)) throw forbidden()
  const { articleId, revision: read, quote, prefix, suffix, start } = input
  const wanted = { quote, prefix, suffix, hint: start }
  const found = await locateInRevision({ articleId, number: read }, wanted)
  return inTransaction(async (tx) => {
    if (!(await lockArticle(tx, input.articleId))) throw notFound()
    const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    if (!request.first)
      return tx.claim.findUniqueOrThrow({
        where: { id: request.subjectId },
        select: { id: true, number: true },
      })
    const article = await tx.article.findUniqueOrThrow({
      where: { id: input.articleId },
      select: { revision: true, lastClaim: true },
    })
    if (article.revision !== input.revision) throw conflict(undefined, 'textChanged')
    const revision = await tx.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId: input.articleId, number: article.revision } },
    })
    const words = requireWords(found)
    const { keys, ...anchor } = words
    if (revision.text.slice(anchor.start, anchor.end) !== anchor.quote)
      throw new Error('An anchor missed its words')
    await refuseTwin(tx, { revisionId: revision.id, start: anchor.start, end: anchor.end })
    const number = article.lastClaim + 1
    const id = request.subjectId
    await tx.article.update({ where: { id: input.articleId }, data: { lastClaim: number } })
    await tx.claim.create({
      data: {
        id,
        articleId: input.articleId,
        number,
        quote: anchor.quote,
        keys,
        loweredById: loweredOn(await loweredPlaces(tx, revision.id), anchor),
        createdById: actor.id,
        createdAt: now(),
        updatedAt: now(),
      },
    })
    await tx.anchor.create({ data: { ...anchor, claimId: id, revisionId: revision.id } })
    await recordEvent(tx, {
      actor,
      verb: 'claim.made',
      articleId: input.articleId,
      claimId: id,
      subjectId: id,
      after: { number, quote: anchor.quote },
    })
    await reopenIfOpen(tx, actor, input.articleId)
    return { id, number }
  })
}

async function loadClaim(tx: Tx, id: string) {
  const place = await tx.claim.findUnique({ where: { id }, select: { articleId: true } })
  if (!place || !(await lockArticle(tx, place.articleId))) throw notFound()
  return tx.claim.findUniqueOrThrow({
    where: { id },
    include: {
      sources: { where: { removedAt: null }, select: { stance: true } },
      writers: { select: { part: true, personId: true } },
    },
  })
}

type LoadedClaim = Awaited<ReturnType<typeof loadClaim>>

function checkPermission(actor: Actor, fields: Partial<ChangeClaim>) {
  if ((fields.status !== undefined || fields.finding !== undefined) && !mayReviewClaim(actor))
    throw forbidden()
  if ((fields.priority !== undefined || fields.dueAt !== undefined) && !mayPlanClaim(actor)) throw forbidden()
  if (fields.assigneeId !== undefined && !mayAssignClaim(actor)) throw forbidden('mayNotAssign')
}

type Changes = Partial<Omit<ChangeClaim, 'id' | 'version'>>

/** What a change of status or priority leaves for the question whether a second person has to sign the claim off. */
function traceOf(actor: Actor, claim: LoadedClaim, changes: Changes) {
  return {
    ...(changes.status && { disputedBefore: disputedOnWords(claim, changes.status) }),
    ...(changes.priority && claim.priority === 'urgent' && { loweredById: actor.id }),
  }
}

function writtenBy(actor: Actor, claim: LoadedClaim, { status, finding }: Changes): Written[] {
  const by = [actor.id]
  return [
    ...(status === undefined ? [] : [{ part: 'status' as const, by, anew: true }]),
    ...(finding === undefined
      ? []
      : [{ part: 'finding' as const, by, anew: findingBegins(claim.finding, finding) }]),
  ]
}

function verbOf(changes: object): Verb {
  if ('status' in changes) return 'claim.reviewed'
  return 'finding' in changes ? 'claim.finding_written' : 'claim.planned'
}

async function checkAssignee(tx: Tx, assigneeId: string | null | undefined) {
  if (!assigneeId) return
  const person = await tx.user.findFirst({
    where: { id: assigneeId, deactivatedAt: null },
    select: { role: true },
  })
  if (!person || !roleMay(person.role, 'takeWork')) throw ruleBroken('assigneeId', 'cannotBeAssigned')
}

/**
 * Marks a claim, writes its finding, or says who does it by when: the fields that are given, in one event.
 * When everything asked for is so already, nothing is written, whatever the version: a request repeated is no conflict.
 * @returns the claim's version after it
 * @throws DomainError `conflict` with the claim as it is now when `version` is not the newest; `rule` when
 *   `verified` lacks a supporting source or `disputed` a finding, and when someone who wrote any of a reviewed claim
 *   would make it less than urgent
 */
export async function changeClaim(actor: Actor, input: ChangeClaim): Promise<number> {
  const { id, version, ...wanted } = input
  if (!mayReviewClaim(actor)) throw forbidden()
  checkPermission(actor, wanted)
  return inTransaction(async (tx) => {
    const claim = await loadClaim(tx, id)
    if (claim.withdrawnAt) throw conflict(await claimInTransaction(tx, actor, id), 'claimWithdrawn')
    const changes = changedFields(claim, wanted)
    if (!changes) return claim.version
    const lost = async () => conflict(await claimInTransaction(tx, actor, id))
    if (claim.version !== version) throw await lost()
    await checkAssignee(tx, changes.assigneeId)
    const verdict = { ...claim, ...changes, stances: claim.sources.map((source) => source.stance) }
    const broken = brokenRule(verdict)
    if (broken && ('status' in changes || 'finding' in changes)) throw ruleBroken(broken.path, broken.key)
    if (changes.priority && !mayLowerUrgency(claim, actor.id, settings().signOff))
      throw ruleBroken('priority', 'urgencyIsOwn')
    const at = now()
    const voids = 'status' in changes || 'finding' in changes
    const written = await tx.claim.updateMany({
      where: { id, version },
      data: {
        ...changes,
        ...('status' in changes && {
          reviewedById: isReviewed(verdict.status) ? actor.id : null,
          reviewedAt: isReviewed(verdict.status) ? at : null,
          ...(isReviewed(verdict.status) && { earlier: NO_JSON, takenFromId: null }),
        }),
        ...traceOf(actor, claim, changes),
        ...(voids && NO_SIGN_OFF),
        version: { increment: 1 },
        updatedAt: at,
      },
    })
    if (written.count === 0) throw await lost()
    await recordWriters(tx, id, writtenBy(actor, claim, changes))
    await recordEvent(tx, {
      actor,
      verb: verbOf(changes),
      articleId: claim.articleId,
      claimId: id,
      subjectId: id,
      before: Object.fromEntries(
        Object.keys(changes).map((field) => [field, claim[field as keyof typeof claim]]),
      ),
      after: changes,
    })
    if (voids) await recordVoided(tx, actor, claim)
    if ('status' in changes) await reopenIfOpen(tx, actor, claim.articleId)
    return version + 1
  })
}

/** An orphan's words are gone from the text, so closing it takes no verdict away. */
async function requireMayWithdraw(tx: Tx, actor: Actor, claim: LoadedClaim) {
  const held = { ...claim, urgencyHeld: urgencyHeld(claim.loweredById, claim.writers) }
  if (mayTakeOffWords(held, actor.id, settings().signOff)) return
  const anchor = await tx.anchor.findFirst({
    where: { claimId: claim.id },
    orderBy: { revision: { number: 'desc' } },
    select: { state: true },
  })
  if (anchor?.state !== 'orphaned') throw ruleBroken('state', 'withdrawIsOwn')
}

async function setWithdrawn(
  actor: Actor,
  input: z.output<typeof withdrawClaimSchema>,
  withdrawn: boolean,
): Promise<number> {
  if (!mayWithdrawClaim(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const claim = await loadClaim(tx, input.id)
    if (Boolean(claim.withdrawnAt) === withdrawn) return claim.version
    if (withdrawn) await requireMayWithdraw(tx, actor, claim)
    else {
      const place = await tx.anchor.findFirst({
        where: { claimId: claim.id },
        orderBy: { revision: { number: 'desc' } },
        select: { revisionId: true, start: true, end: true },
      })
      if (place) await refuseTwin(tx, place)
    }
    const written = await tx.claim.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        withdrawnAt: withdrawn ? now() : null,
        withdrawnWhy: withdrawn ? (input.why ?? '') : '',
        ...(withdrawn && claim.priority === 'urgent' && { loweredById: actor.id }),
        version: { increment: 1 },
        updatedAt: now(),
      },
    })
    if (written.count === 0) throw conflict(await claimInTransaction(tx, actor, input.id))
    await recordEvent(tx, {
      actor,
      verb: withdrawn ? 'claim.withdrawn' : 'claim.restored',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
      after: { number: claim.number, quote: claim.quote, ...(withdrawn && input.why && { why: input.why }) },
    })
    await reopenIfOpen(tx, actor, claim.articleId)
    return input.version + 1
  })
}

/**
 * Takes a claim off the desk, keeping it, its history and its number; `restoreClaim` brings it back.
 * @returns the claim's version after it
 * @throws DomainError `rule` when the words of a claim to be restored were made into another one meanwhile, and when
 *   someone who wrote any of a claim that needs a second person would withdraw it
 */
export const withdrawClaim = (actor: Actor, input: z.output<typeof withdrawClaimSchema>) =>
  setWithdrawn(actor, input, true)
export const restoreClaim = (actor: Actor, input: z.output<typeof claimIdSchema>) =>
  setWithdrawn(actor, input, false)

export type Assigned = { done: string[]; refused: { id: string; key: ErrorKey }[] }

/** Gives many claims to one person, each as its own write: those that changed meanwhile are named, the others done. */
export async function assignClaims(
  actor: Actor,
  input: z.output<typeof assignClaimsSchema>,
): Promise<Assigned> {
  if (!mayAssignClaim(actor)) throw forbidden('mayNotAssign')
  const outcome: Assigned = { done: [], refused: [] }
  for (const claim of input.claims) {
    try {
      await changeClaim(actor, { ...claim, assigneeId: input.assigneeId })
      outcome.done.push(claim.id)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      outcome.refused.push({ id: claim.id, key: error.key })
    }
  }
  return outcome
}
