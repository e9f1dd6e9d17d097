import 'server-only'
import type { z } from 'zod'
import { openClaims } from '@/domain/claim/together/open'
import { writeClaims, type ChangeTogether } from '@/domain/claim/together/write'
import type { OpenClaim } from '@/domain/claim/open'
import { conflict, forbidden, invalid, ruleBroken } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { claimRequest } from '@/domain/request/write'
import { requireWorkers } from '@/domain/review/open'
import { decideOne, following, forbiddenFields, type ReviewFields } from '@/domain/review/rules'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { chosenByFilter, nextClaims, openBulkChange, type BulkRow, type Chosen, type OpenBulk } from './open'
import { BULK_CHUNK, BULK_MOST, wantedAt } from './rules'
import type { bulkChangeIdSchema, bulkChangeSchema } from './schema'
import type { Earlier } from './shape'
import { createBulkChange, markEnded, markUndone, storeOutcomes, storeUndone, type Outcome } from './write'

type BulkChange = z.output<typeof bulkChangeSchema>

async function chosenOnes(tx: Tx, actor: Actor, { claims, filter, count }: BulkChange): Promise<Chosen[]> {
  if (filter) {
    const chosen = await chosenByFilter(tx, actor, filter, BULK_MOST + 1)
    if (chosen.length > BULK_MOST) throw ruleBroken('filter', 'bulkTooMany', { max: BULK_MOST })
    if (chosen.length !== count) throw conflict({ count: chosen.length }, 'bulkOtherCount')
    return chosen
  }
  const given = new Map((claims ?? []).map((one) => [one.id, one.version]))
  const known = await tx.claim.findMany({ where: { id: { in: [...given.keys()] } }, select: { id: true } })
  const ids = new Set(known.map(({ id }) => id))
  const unknown = (claims ?? []).findIndex(({ id }) => !ids.has(id))
  if (unknown !== -1) throw invalid([{ path: `claims.${unknown}.id`, key: 'bulkUnknownClaim' }])
  return [...given].map(([id, version]) => ({ id, version }))
}

/**
 * Fixes which claims a bulk change is about, and changes none of them yet: `continueBulkChange` does. The same request
 * key gives the same bulk change again, so that an interrupted one goes on.
 * @returns the id of the bulk change
 * @throws DomainError `conflict` with the present `count` when the filter selects another number than was seen; `rule`
 *   `bulkTooMany`; `rule` when a person cannot be assigned work; `invalid` for an unknown claim
 */
export async function beginBulkChange(actor: Actor, input: BulkChange): Promise<{ id: string }> {
  if (!may(actor, 'reviewClaim')) throw forbidden()
  const { assigneeId, assigneeIds = assigneeId ? [assigneeId] : [], ...fields } = input.change
  const assigns = assigneeId !== undefined || assigneeIds.length > 0
  const refused = forbiddenFields(actor, { ...fields, ...(assigns && { assigneeId: null }) })
  if (refused) throw forbidden(refused)
  return inTransaction(async (tx) => {
    const { first, subjectId: id } = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    if (!first) return { id }
    await requireWorkers(tx, assigneeIds)
    await createBulkChange(
      tx,
      { id, byId: actor.id, change: input.change },
      await chosenOnes(tx, actor, input),
    )
    return { id }
  })
}

/** The values that undoing restores, besides those that history records. */
const earlierOf = ({ claim }: OpenClaim, changes: ReviewFields): Earlier => ({
  fields: Object.fromEntries(
    Object.keys(changes).map((field) => [field, claim[field as keyof typeof claim]]),
  ),
  ...(changes.status !== undefined && {
    verdict: {
      reviewedById: claim.reviewedById,
      reviewedAt: claim.reviewedAt,
      earlier: claim.earlier,
      takenFromId: claim.takenFromId,
      by: claim.writers
        .filter(({ part, replaced }) => part === 'status' && !replaced)
        .map((one) => one.personId),
    },
  }),
})

type Step = {
  wanted: (row: BulkRow) => ReviewFields
  version: (row: BulkRow) => number
  follows: (
    row: BulkRow,
    open: OpenClaim,
    changes: ReviewFields,
  ) => Pick<ChangeTogether, 'follows' | 'written'>
}

/** Decides each claim by its own rules, and changes those that may be changed with one write. */
async function takeStep({ tx, actor }: OpenBulk, rows: readonly BulkRow[], step: Step): Promise<Outcome[]> {
  const opened = await openClaims(
    tx,
    actor,
    rows.map(({ claimId }) => claimId),
  )
  const changed: ChangeTogether[] = []
  const outcomes = rows.map((row): Outcome => {
    const { claimId } = row
    const open = opened.get(claimId)
    if (!open) return { claimId, outcome: 'refused', refusal: 'bulkUnknownClaim' }
    const decided = decideOne(actor, open.claim, {
      version: step.version(row),
      wanted: step.wanted(row),
      stands: open.anchor !== null && open.anchor.state !== 'orphaned',
      policy: settings().signOff,
    })
    if (decided.outcome === 'refused') return { claimId, outcome: 'refused', refusal: decided.key }
    if (decided.outcome !== 'changed') return { claimId, outcome: decided.outcome }
    const { changes, merged } = decided
    changed.push({
      open,
      verb: changes.status === undefined ? 'claim.planned' : 'claim.reviewed',
      changes,
      merged,
      ...step.follows(row, open, changes),
    })
    const before = earlierOf(open, changes)
    return { claimId, outcome: 'changed', written: open.claim.version + 1, before }
  })
  await writeClaims(tx, actor, inOrderOf(opened, changed))
  return outcomes
}

/** In the order in which the claims were opened, so that an article's lines of history follow its numbers. */
function inOrderOf(opened: ReadonlyMap<string, OpenClaim>, changed: readonly ChangeTogether[]) {
  const byId = new Map(changed.map((one) => [one.open.claim.id, one]))
  return [...opened.keys()].flatMap((id) => byId.get(id) ?? [])
}

async function endUnlessMore(tx: Tx, id: string, step: 'outcome' | 'undone'): Promise<{ more: boolean }> {
  const more = (await nextClaims(tx, id, step, 1)).length > 0
  await markEnded(tx, id, !more)
  return { more }
}

/**
 * Changes the next claims of a bulk change, as many as one transaction may hold.
 * @returns whether claims are left
 * @throws DomainError `not_found` for a bulk change of somebody else
 */
export async function continueBulkChange(
  actor: Actor,
  { id }: z.output<typeof bulkChangeIdSchema>,
): Promise<{ more: boolean }> {
  return inTransaction(async (tx) => {
    const bulk = await openBulkChange(tx, actor, id)
    if (bulk.undoneAt) return { more: false }
    const rows = await nextClaims(tx, id, 'outcome', BULK_CHUNK)
    const outcomes = await takeStep(bulk, rows, {
      wanted: ({ position }) => wantedAt(bulk.change, position, bulk.total),
      version: ({ version }) => version,
      follows: (_, { claim }, changes) => ({
        follows: following(actor, claim, changes, now()),
        ...(changes.status !== undefined && { written: { by: [actor.id] } }),
      }),
    })
    await storeOutcomes(tx, id, outcomes)
    return endUnlessMore(tx, id, 'outcome')
  })
}

/**
 * Gives the next claims of a bulk change their earlier values again, each unless somebody changed it since. A verdict
 * is again its reviewer's; a sign-off that the change ended stays ended. Claims that the change had not reached keep
 * what they have.
 * @returns whether claims are left
 * @throws DomainError `not_found` for a bulk change of somebody else
 */
export async function undoBulkChange(
  actor: Actor,
  { id }: z.output<typeof bulkChangeIdSchema>,
): Promise<{ more: boolean }> {
  return inTransaction(async (tx) => {
    const bulk = await openBulkChange(tx, actor, id)
    if (!bulk.undoneAt) await markUndone(tx, id)
    const rows = await nextClaims(tx, id, 'undone', BULK_CHUNK)
    const outcomes = await takeStep(bulk, rows, {
      wanted: ({ before }) => before?.fields ?? {},
      version: ({ written }) => written ?? 0,
      follows: ({ before }, { claim }, changes) => {
        const { by, ...verdict } = before?.verdict ?? {}
        return {
          follows: { ...following(actor, claim, changes, now()), ...verdict },
          ...(by && { written: { by } }),
        }
      },
    })
    await storeUndone(tx, id, outcomes)
    return endUnlessMore(tx, id, 'undone')
  })
}

/**
 * Ends a bulk change, or its undoing, where it has come to: the claims that wait keep what they have, and it is offered
 * no more. What was changed can still be undone by its id.
 * @throws DomainError `not_found` for a bulk change of somebody else
 */
export async function leaveBulkChange(
  actor: Actor,
  { id }: z.output<typeof bulkChangeIdSchema>,
): Promise<void> {
  await inTransaction(async (tx) => {
    await openBulkChange(tx, actor, id)
    await markEnded(tx, id, true)
  })
}
