import 'server-only'
import type { SimilarPassage } from '@/domain/reuse/rules'
import type { Tx } from '@/prisma/client'
import { newId } from '@/services/ids'

/**
 * The articles of the corrections that led to this one, and of every correction opened from those. They are already
 * taken care of.
 */
async function articlesSeenTo(tx: Tx, correctionId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ article_id: string }[]>`
    with recursive above (id, ripple_of_id) as (
      select id, ripple_of_id from correction where id = ${correctionId}::uuid
      union
      select c.id, c.ripple_of_id from correction c join above a on c.id = a.ripple_of_id
    )
    select article_id from correction where id in (select id from above)
    union
    select article_id from correction where ripple_of_id in (select id from above)`
  return new Set(rows.map((row) => row.article_id))
}

/** Stores new places. Decisions about known places stay. */
export async function storeRipples(
  tx: Tx,
  correctionId: string,
  found: readonly SimilarPassage[],
): Promise<void> {
  const seenTo = found.length > 0 ? await articlesSeenTo(tx, correctionId) : new Set<string>()
  await tx.ripple.createMany({
    skipDuplicates: true,
    data: found
      .filter((one) => !seenTo.has(one.article.id))
      .map((one) => ({
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
