import 'server-only'
import type { ErrorKey } from '@/domain/errors'
import type { Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import type { Chosen } from './open'
import type { BulkOutcome } from './rules'
import type { BulkFields } from './schema'
import type { Earlier } from './shape'

/** What became of a claim. */
export type Outcome = {
  claimId: string
  outcome: BulkOutcome
  refusal?: ErrorKey
  written?: number
  before?: Earlier
}

/** Stores a bulk change with its claims, none of them changed yet. */
export async function createBulkChange(
  tx: Tx,
  { change, ...bulk }: { id: string; byId: string; change: BulkFields },
  chosen: readonly Chosen[],
): Promise<void> {
  const stored = { ...change, ...(change.dueAt && { dueAt: change.dueAt.toISOString() }) }
  await tx.bulkChange.create({ data: { ...bulk, change: stored, at: now() } })
  await insertRows(
    tx,
    'bulk_change_claim',
    chosen.map(({ id, version }, position) => ({ bulkChangeId: bulk.id, claimId: id, version, position })),
  )
}

export async function storeOutcomes(tx: Tx, id: string, outcomes: readonly Outcome[]): Promise<void> {
  await tx.$executeRaw`
    update bulk_change_claim b set
      outcome = n.outcome::"BulkOutcome", refusal = n.refusal, written = n.written, before = n.before
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as n("claimId" uuid, outcome text, refusal text, written integer, before jsonb)
    where b.bulk_change_id = ${id}::uuid and b.claim_id = n."claimId"`
}

export async function storeUndone(tx: Tx, id: string, outcomes: readonly Outcome[]): Promise<void> {
  await tx.$executeRaw`
    update bulk_change_claim b set undone = n.outcome::"BulkOutcome", undo_refusal = n.refusal
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as n("claimId" uuid, outcome text, refusal text)
    where b.bulk_change_id = ${id}::uuid and b.claim_id = n."claimId"`
}

/** Records that nothing waits in a bulk change any more, or that something does again. */
export const markEnded = (tx: Tx, id: string, ended: boolean) =>
  tx.bulkChange.update({ where: { id }, data: { endedAt: ended ? now() : null } })

/** From then on the change goes no further; what it has changed is being undone. */
export const markUndone = (tx: Tx, id: string) =>
  tx.bulkChange.update({ where: { id }, data: { undoneAt: now() } })
