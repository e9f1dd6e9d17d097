import 'server-only'
import { notFound } from '@/domain/errors'
import { lockArticle } from '@/domain/history/record'
import type { Tx } from '@/prisma/client'

/** Loads a correction and locks its article. @throws DomainError `not_found` */
export async function lockCorrection(tx: Tx, id: string) {
  const stored = await tx.correction.findUnique({ where: { id }, select: { articleId: true } })
  if (!stored || !(await lockArticle(tx, stored.articleId))) throw notFound()
  return tx.correction.findUniqueOrThrow({ where: { id } })
}

export type Stored = Awaited<ReturnType<typeof lockCorrection>>
