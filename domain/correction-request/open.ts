import 'server-only'
import { openArticle } from '@/domain/article/open'
import { notFound } from '@/domain/errors'
import type { Tx } from '@/prisma/client'

/**
 * What a correction request is about. Its article, if it names one, is locked first, as in every write below an article.
 * @throws DomainError `not_found`
 */
export async function openRequest(
  tx: Tx,
  id: string,
): Promise<{ articleId: string | null; claimId: string | null }> {
  const request = await tx.correctionRequest.findUnique({
    where: { id },
    select: { articleId: true, claimId: true },
  })
  if (!request) throw notFound()
  if (request.articleId) await openArticle(tx, request.articleId)
  return request
}
