import 'server-only'
import { alikeTo } from '@/domain/statement/record'
import type { Similar } from '@/domain/statement/rules'
import type { Tx } from '@/prisma/client'
import { newId } from '@/services/ids'

/** Claims and sentences of other articles that say what the erroneous words say; none where no words are named. */
export async function findRipples(of: {
  quote: string
  articleId: string
  language: string
}): Promise<Similar[]> {
  return of.quote.trim() === '' ? [] : alikeTo(of.quote, of.language, { articleId: of.articleId })
}

/** Stores those that are not known yet; what was decided about the others stays. */
export async function storeRipples(tx: Tx, correctionId: string, found: readonly Similar[]): Promise<void> {
  await tx.ripple.createMany({
    skipDuplicates: true,
    data: found.map((one) => ({
      id: newId(),
      correctionId,
      articleId: one.article.id,
      claimId: one.kind === 'claim' ? one.id : null,
      quote: one.text,
      score: one.score,
      reasons: one.reasons,
    })),
  })
}
