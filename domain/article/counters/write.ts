import 'server-only'
import type { Tx } from '@/prisma/client'
import { sql } from '@/prisma/sql'
import type { ChainEnd } from './chain-end'

/**
 * Takes the next numbers for claims of an article that the caller has locked.
 * @returns the first of them
 */
export async function takeClaimNumbers(
  tx: Tx,
  { id, lastClaim }: { id: string; lastClaim: number },
  count: number,
): Promise<number> {
  await tx.article.update({ where: { id }, data: { lastClaim: lastClaim + count } })
  return lastClaim + 1
}

/** Makes a revision that was just written the newest one of its article. */
export async function setNewestRevision(tx: Tx, id: string, revision: number): Promise<void> {
  await tx.article.update({ where: { id }, data: { revision } })
}

/**
 * Moves the end of an article's chain of history, as a part of the query that writes its lines. The article counts
 * as changed at that moment.
 */
export const movedEnd = (id: string, { count, hash }: ChainEnd, at: Date) => sql`
  update article set event_count = ${count}, event_hash = ${hash}, updated_at = ${at} where id = ${id}::uuid`
