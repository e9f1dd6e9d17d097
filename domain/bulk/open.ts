import 'server-only'
import { claimList, type ClaimSelection } from '@/domain/claim/list'
import { claimReader } from '@/domain/claim/reader'
import { notFound } from '@/domain/errors'
import { keysSql } from '@/domain/list/sql'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { storedEarlier, storedFields, type Earlier } from './shape'

/** A claim with the version in which it was chosen. */
export type Chosen = { id: string; version: number }

/** The claims that a filter selects at this moment, in the order of the list, at most so many. */
export function chosenByFilter(
  tx: Tx,
  actor: Actor,
  filter: ClaimSelection,
  most: number,
): Promise<Chosen[]> {
  const { text, values } = keysSql(claimList, filter, claimReader(actor, now(), settings()))
  return tx.$queryRawUnsafe<Chosen[]>(
    `with chosen as (${text} limit ${most}), placed as (select id, row_number() over () as place from chosen)
    select c.id, c.version from placed join claim c on c.id = placed.id order by placed.place`,
    ...values,
  )
}

/**
 * Locks a bulk change until the transaction ends. Its chunks follow one another, and it is locked before any article.
 * @throws DomainError `not_found` also for a bulk change of somebody else
 */
export async function openBulkChange(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`select 1 from bulk_change where id = ${id}::uuid for update`
  const bulk = await tx.bulkChange.findFirst({
    where: { id, byId: actor.id },
    include: { _count: { select: { claims: true } } },
  })
  if (!bulk) throw notFound()
  const { change, undoneAt, _count } = bulk
  return { tx, actor, id, undoneAt, total: _count.claims, change: storedFields.parse(change) }
}

export type OpenBulk = Awaited<ReturnType<typeof openBulkChange>>

export type BulkRow = {
  claimId: string
  position: number
  version: number
  written: number | null
  before: Earlier | null
}

/**
 * The next claims that the change, or its undoing, has not reached. Neighbours of one article come together, so that a
 * transaction locks few articles.
 */
export async function nextClaims(
  tx: Tx,
  id: string,
  step: 'outcome' | 'undone',
  most: number,
): Promise<BulkRow[]> {
  const rows = await tx.bulkChangeClaim.findMany({
    where: {
      bulkChangeId: id,
      ...(step === 'outcome' ? { outcome: null } : { outcome: 'changed', undone: null }),
    },
    orderBy: [{ claim: { articleId: 'asc' } }, { claim: { number: 'asc' } }],
    take: most,
    select: { claimId: true, position: true, version: true, written: true, before: true },
  })
  return rows.map((row) => ({ ...row, before: row.before === null ? null : storedEarlier.parse(row.before) }))
}
