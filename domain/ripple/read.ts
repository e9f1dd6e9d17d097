import 'server-only'
import { alikeTo } from '@/domain/reuse/read'
import type { SimilarPassage } from '@/domain/reuse/rules'

/** Claims and sentences of other articles that say the same as the wrong words; empty when no words are given. */
export async function findRipples(of: {
  quote: string
  articleId: string
  language: string
}): Promise<SimilarPassage[]> {
  return of.quote.trim() === '' ? [] : alikeTo(of.quote, of.language, { articleId: of.articleId })
}
