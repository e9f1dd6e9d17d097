import type { z } from '@hono/zod-openapi'
import { getArticleRecord } from '@/domain/article/queries'
import type { Actor } from '@/domain/user/policy'
import type { createdArticle } from './article-shapes'

/** The answer to a request that created an article: the article with its claims and their anchors. */
export async function createdOf(actor: Actor, articleId: string): Promise<z.input<typeof createdArticle>> {
  const { id, title, language, revision, claims } = await getArticleRecord(actor, articleId)
  const numbered = claims.map((claim) => ({
    id: claim.id,
    number: claim.number,
    quote: claim.quote,
    status: claim.status,
    anchor: claim.anchor,
  }))
  return { id, title, language, revision, claims: numbered }
}
