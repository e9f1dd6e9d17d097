import 'server-only'
import { openArticle } from '@/domain/article/open'
import { conflict, notFound, type ErrorKey } from '@/domain/errors'
import { CORRECTION_PARTS } from '@/domain/merging/parts'
import { mergedWith, type MergedPart } from '@/domain/merging/rules'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { correctionInTransaction } from './queries'

/** Loads a correction and locks its article. @throws DomainError `not_found` */
export async function lockCorrection(tx: Tx, id: string) {
  const stored = await tx.correction.findUnique({ where: { id }, select: { articleId: true } })
  if (!stored) throw notFound()
  await openArticle(tx, stored.articleId)
  return tx.correction.findUniqueOrThrow({ where: { id } })
}

export type Stored = Awaited<ReturnType<typeof lockCorrection>>

/** The refusal of a write that is based on an older correction, with the current one. */
export const lostCorrection = async (tx: Tx, actor: Actor, { id }: Pick<Stored, 'id'>, key?: ErrorKey) =>
  conflict(await correctionInTransaction(tx, actor, id), key)

/**
 * For a write that merges with what others changed since: they changed other parts of the correction.
 * @returns the parts that others changed since
 * @throws DomainError `conflict` with the current correction
 */
export async function requireMerge(
  tx: Tx,
  actor: Actor,
  correction: Stored,
  { version, fields }: { version: number; fields: readonly string[] },
): Promise<MergedPart[]> {
  const merged = mergedWith(CORRECTION_PARTS, correction, version, fields)
  if (!merged) throw await lostCorrection(tx, actor, correction)
  return merged
}
