import 'server-only'
import { openArticlesOfClaims } from '@/domain/article/open'
import { loadClaims, type OpenClaim } from '@/domain/claim/open'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'

/**
 * Locks the articles of many claims until the transaction ends and loads what a write needs, as `openClaim` does for
 * one. Articles are locked in the order of their ids, so that two such writes never wait for each other.
 * @returns the claims by id; an id without a claim is absent
 */
export async function openClaims(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, OpenClaim>> {
  const articles = await openArticlesOfClaims(tx, ids)
  const opened = await loadClaims(tx, ids)
  return new Map(
    opened.flatMap(({ claim, anchor }) => {
      const article = articles.get(claim.articleId)
      return article ? [[claim.id, { tx, actor, article, claim, anchor }]] : []
    }),
  )
}
