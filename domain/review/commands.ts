import 'server-only'
import type { z } from 'zod'
import { openStandingClaim, requireNewest, type OpenClaim } from '@/domain/claim/open'
import { brokenRule, changedFields, isReviewed } from '@/domain/claim/rules'
import { writeClaim, type ClaimColumns, type Written } from '@/domain/claim/write'
import { DomainError, forbidden, ruleBroken, type ErrorKey } from '@/domain/errors'
import { disputedOnWords, findingBegins, mayLowerUrgency } from '@/domain/sign-off/rules'
import { may, roleMay } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import type { assignClaimsSchema, changeClaimSchema } from './schema'

type ChangeClaim = z.output<typeof changeClaimSchema>

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
 * Changes the given fields of a claim: status, finding, priority, assignee or due time, with one line of history. When
 * all fields already have these values, nothing is written, whatever the version, so a repeated request is not a
 * conflict.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when `version` is not the newest; `rule` when `verified` lacks
 *   a supporting source or `disputed` a finding, when a verdict is given on words that are gone, or when a writer of a
 *   reviewed claim would lower its urgency
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
