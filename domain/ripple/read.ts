import 'server-only'
import { alikeTo } from '@/domain/statement/read'
import type { Similar } from '@/domain/statement/rules'

/** Claims and sentences of other articles that say the same as the wrong words; empty when no words are given. */
export async function findRipples(of: {
  quote: string
  articleId: string
  language: string
}): Promise<Similar[]> {
  return of.quote.trim() === '' ? [] : alikeTo(of.quote, of.language, { articleId: of.articleId })
}
