import 'server-only'
import type { z } from 'zod'
import { openArticle, requireRevision } from '@/domain/article/open'
import { requireWords } from '@/domain/anchor/rules'
import { DomainError, forbidden, ruleBroken, type ErrorKey } from '@/domain/errors'
import { recordEvents } from '@/domain/history/record'
import { claimRequest } from '@/domain/request/write'
import { locateInRevision } from '@/domain/revision/read'
import { reopened } from '@/domain/sentence/write'
import {
  disputedOnWords,
  findingBegins,
  mayLowerUrgency,
  mayTakeOffWords,
  urgencyHeld,
} from '@/domain/sign-off/rules'
import { may, roleMay } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { createClaims, madeLine, NOTHING_BROUGHT } from './create'
import { openClaim, openStandingClaim, refuseTwin, requireNewest, type OpenClaim } from './open'
import { brokenRule, changedFields, isReviewed } from './rules'
import type {
  assignClaimsSchema,
  changeClaimSchema,
  claimIdSchema,
  makeClaimSchema,
  withdrawClaimSchema,
} from './schema'
import { writeClaim, type ClaimColumns, type Written } from './write'

type ChangeClaim = z.output<typeof changeClaimSchema>

/**
 * Makes words of the newest revision into a claim.
 * @returns the claim's id and its number within the article
 * @throws DomainError `conflict` when the text has a newer revision; `invalid` when the words are missing, occur more
 *   than once or already are a claim
 */
export async function makeClaim(
  actor: Actor,
  input: z.output<typeof makeClaimSchema>,
): Promise<{ id: string; number: number }> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  const { articleId, revision: read, quote, prefix, suffix, start, part } = input
  const wanted = { quote, prefix, suffix, hint: start, part }
  const found = await locateInRevision({ articleId, number: read }, wanted)
  return inTransaction(async (tx) => {
    const article = await openArticle(tx, articleId)
    const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    if (!request.first)
      return tx.claim.findUniqueOrThrow({
        where: { id: request.subjectId },
        select: { id: true, number: true },
      })
    requireRevision(article, read)
    const { id: revisionId } = await tx.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId, number: read } },
      select: { id: true },
    })
    const anchor = requireWords(found)
    await refuseTwin(tx, { ...anchor, revisionId })
    const placed = { id: request.subjectId, claim: NOTHING_BROUGHT, anchor }
    const made = await createClaims(tx, actor, { article, revisionId }, [placed])
    await recordEvents(tx, articleId, [
      ...made.map((one) => madeLine(actor, one)),
      ...(await reopened(tx, actor, article)),
    ])
    return { id: placed.id, number: article.lastClaim + 1 }
  })
}

function checkPermission(actor: Actor, fields: Partial<ChangeClaim>) {
  if ((fields.status !== undefined || fields.finding !== undefined) && !may(actor, 'reviewClaim'))
    throw forbidden()
  if ((fields.priority !== undefined || fields.dueAt !== undefined) && !may(actor, 'planClaim'))
    throw forbidden()
  if (fields.assigneeId !== undefined && !may(actor, 'assignWork')) throw forbidden('mayNotAssign')
}

type Changes = Partial<Omit<ChangeClaim, 'id' | 'version'>>
type Claim = OpenClaim['claim']

/** The columns that change along with a status or priority. The check for a second person uses them too. */
function following(actor: Actor, claim: Claim, { status, priority }: Changes): ClaimColumns {
  const reviewed = status !== undefined && isReviewed(status)
  return {
    ...(status && {
      reviewedById: reviewed ? actor.id : null,
      reviewedAt: reviewed ? now() : null,
      disputedBefore: disputedOnWords(claim, status),
      ...(reviewed && { earlier: NO_JSON, takenFromId: null }),
    }),
    ...(priority && claim.priority === 'urgent' && { loweredById: actor.id }),
  }
}

function writtenBy(actor: Actor, claim: Claim, { status, finding }: Changes): Written[] {
  const by = [actor.id]
  return [
    ...(status === undefined ? [] : [{ part: 'status' as const, by, anew: true }]),
    ...(finding === undefined
      ? []
      : [{ part: 'finding' as const, by, anew: findingBegins(claim.finding, finding) }]),
  ]
}

function verbOf(changes: object) {
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

function requireRules(actor: Actor, claim: Claim, changes: Changes) {
  const judged = changes.status !== undefined || changes.finding !== undefined
  const stances = claim.sources.map((source) => source.stance)
  const broken = judged ? brokenRule({ ...claim, ...changes, stances }) : null
  if (broken) throw ruleBroken(broken.path, broken.key)
  if (changes.priority && !mayLowerUrgency(claim, actor.id, settings().signOff))
    throw ruleBroken('priority', 'urgencyIsOwn')
}

/**
 * Marks a claim, writes its finding, or says who does it by when: the fields that are given, in one event.
 * When everything asked for is so already, nothing is written, whatever the version: a request repeated is no conflict.
 * @returns the claim's version after it
 * @throws DomainError `conflict` with the claim as it is now when `version` is not the newest; `rule` when
 *   `verified` lacks a supporting source or `disputed` a finding, when the words of a claim that is to be reviewed are
 *   gone, and when someone who wrote any of a reviewed claim
 *   would make it less than urgent
 */
export async function changeClaim(actor: Actor, input: ChangeClaim): Promise<number> {
  const { id, version, ...wanted } = input
  if (!may(actor, 'reviewClaim')) throw forbidden()
  checkPermission(actor, wanted)
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    const { claim } = open
    const changes = changedFields(claim, wanted)
    if (!changes) return claim.version
    await requireNewest(open, version)
    await checkAssignee(tx, changes.assigneeId)
    requireRules(actor, claim, changes)
    return writeClaim(open, {
      verb: verbOf(changes),
      changes,
      follows: following(actor, claim, changes),
      written: writtenBy(actor, claim, changes),
    })
  })
}

/** Closing an orphan withdraws no verdict, because its words are gone from the text. */
function requireMayWithdraw({ actor, claim, anchor }: OpenClaim) {
  const held = { ...claim, urgencyHeld: urgencyHeld(claim.loweredById, claim.writers) }
  if (anchor?.state !== 'orphaned' && !mayTakeOffWords(held, actor.id, settings().signOff))
    throw ruleBroken('state', 'withdrawIsOwn')
}

async function setWithdrawn(
  actor: Actor,
  { id, version, why = '' }: z.output<typeof withdrawClaimSchema>,
  withdrawn: boolean,
): Promise<number> {
  if (!may(actor, 'withdrawClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openClaim(tx, actor, id)
    const { claim, anchor } = open
    if (Boolean(claim.withdrawnAt) === withdrawn) return claim.version
    await requireNewest(open, version)
    if (withdrawn) requireMayWithdraw(open)
    else if (anchor) await refuseTwin(tx, anchor)
    const lowers = withdrawn && claim.priority === 'urgent'
    return writeClaim(open, {
      verb: withdrawn ? 'claim.withdrawn' : 'claim.restored',
      follows: {
        withdrawnAt: withdrawn ? now() : null,
        withdrawnWhy: withdrawn ? why : '',
        ...(lowers && { loweredById: actor.id }),
      },
      told: { after: { number: claim.number, quote: claim.quote, ...(withdrawn && why && { why }) } },
    })
  })
}

/**
 * Takes a claim off the desk but keeps it, its history and its number. `restoreClaim` brings it back.
 * @returns the claim's new version
 * @throws DomainError `rule` when a restored claim's words belong to another claim by now, and when a writer of a
 *   claim that needs a second person tries to withdraw it
 */
export const withdrawClaim = (actor: Actor, input: z.output<typeof withdrawClaimSchema>) =>
  setWithdrawn(actor, input, true)
export const restoreClaim = (actor: Actor, input: z.output<typeof claimIdSchema>) =>
  setWithdrawn(actor, input, false)

export type Assigned = { done: string[]; refused: { id: string; key: ErrorKey }[] }

/**
 * Assigns many claims to one person, each in its own write. The answer names claims that changed meanwhile; the others
 * are assigned.
 */
export async function assignClaims(
  actor: Actor,
  input: z.output<typeof assignClaimsSchema>,
): Promise<Assigned> {
  if (!may(actor, 'assignWork')) throw forbidden('mayNotAssign')
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
