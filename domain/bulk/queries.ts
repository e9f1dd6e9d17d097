import 'server-only'
import type { z } from 'zod'
import { forbidden, notFound, type ErrorKey } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { countOutcomes, type BulkKind, type BulkOutcome } from './rules'
import {
  storedFields,
  type bulkChange,
  type BulkProgress,
  type LeftClaim,
  type UnfinishedBulk,
} from './shape'

/** A screen names at most so many claims that were left. */
const LEFT_SHOWN = 100

async function readOwn(actor: Actor, id: string) {
  if (!may(actor, 'reviewClaim')) throw forbidden()
  const found = await db().bulkChange.findFirst({ where: { id, byId: actor.id } })
  if (!found) throw notFound()
  return found
}

/** How far a bulk change of this person has come, with the first claims that did not become as wanted. */
export async function bulkProgress(
  actor: Actor,
  { id }: { id: string },
): Promise<BulkProgress & { left: LeftClaim[] }> {
  const { undoneAt } = await readOwn(actor, id)
  const cells = await db().bulkChangeClaim.groupBy({
    by: ['outcome', 'undone'],
    where: { bulkChangeId: id },
    _count: { _all: true },
  })
  const counted = (of: 'outcome' | 'undone') => {
    const counts = countOutcomes([])
    for (const cell of cells) if (cell[of]) counts[cell[of]] += cell._count._all
    return counts
  }
  const [counts, undone] = [counted('outcome'), counted('undone')]
  const total = cells.reduce((sum, cell) => sum + cell._count._all, 0)
  const reached = Object.values(undoneAt ? undone : counts).reduce((sum, count) => sum + count, 0)
  const waiting = (undoneAt ? counts.changed : total) - reached
  return { id, total, waiting, counts, undone, left: await leftClaims(id, undoneAt ? 'undone' : 'outcome') }
}

/**
 * The newest bulk change of this person that stopped before its end, because the page was closed or the desk could not be
 * reached; null if there is none.
 */
export async function unfinishedBulkChange(actor: Actor): Promise<UnfinishedBulk | null> {
  if (!may(actor, 'reviewClaim')) return null
  const found = await db().bulkChange.findFirst({
    where: { byId: actor.id, endedAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, at: true, undoneAt: true, change: true },
  })
  if (!found) return null
  const { status, priority, dueAt } = storedFields.parse(found.change)
  const kind: BulkKind = status ? 'status' : priority ? 'priority' : dueAt === undefined ? 'assign' : 'due'
  return {
    ...(await bulkProgress(actor, found)),
    ...{ kind, at: found.at.toISOString(), undoing: found.undoneAt !== null },
  }
}

async function leftClaims(id: string, step: 'outcome' | 'undone'): Promise<LeftClaim[]> {
  const left = { in: ['refused', 'conflict'] as BulkOutcome[] }
  const rows = await db().bulkChangeClaim.findMany({
    where: { bulkChangeId: id, [step]: left },
    orderBy: { position: 'asc' },
    take: LEFT_SHOWN,
    select: {
      refusal: true,
      undoRefusal: true,
      claim: {
        select: { id: true, number: true, article: { select: { id: true, title: true, language: true } } },
      },
    },
  })
  return rows.map(({ claim, refusal, undoRefusal }) => ({
    ...claim,
    key: ((step === 'outcome' ? refusal : undoRefusal) ?? 'bulkChangedSince') as ErrorKey,
  }))
}

/** A bulk change of this person with a result for each claim. */
export async function getBulkChange(actor: Actor, id: string): Promise<z.output<typeof bulkChange>> {
  const { at, undoneAt } = await readOwn(actor, id)
  const rows = await db().bulkChangeClaim.findMany({
    where: { bulkChangeId: id },
    orderBy: { position: 'asc' },
    select: {
      outcome: true,
      refusal: true,
      version: true,
      written: true,
      undone: true,
      undoRefusal: true,
      claim: {
        select: { id: true, number: true, article: { select: { id: true, title: true, language: true } } },
      },
    },
  })
  const items = rows.map(({ claim, written, version, ...row }) => ({
    ...claim,
    ...row,
    version: written === null ? version : written + (row.undone === 'changed' ? 1 : 0),
  }))
  return {
    id,
    at: at.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    total: items.length,
    waiting: items.filter(({ outcome }) => outcome === null).length,
    counts: countOutcomes(items.map(({ outcome }) => outcome)),
    undone: countOutcomes(items.map(({ undone }) => undone)),
    items,
  }
}
