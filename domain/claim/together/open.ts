import 'server-only'
import type { OpenClaim } from '@/domain/claim/open'
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
  await tx.$queryRaw`
    select 1 from article where id in (select article_id from claim where id = any(${ids}::uuid[]))
    order by id for update`
  const stored = await tx.claim.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
    include: {
      article: true,
      sources: { where: { removedAt: null } },
      writers: { select: { part: true, personId: true, replaced: true } },
      anchors: { orderBy: { revision: { number: 'desc' } }, take: 1 },
    },
  })
  return new Map(
    stored.map(({ article, anchors, ...claim }) => [
      claim.id,
      { tx, actor, article, claim, anchor: anchors[0] ?? null },
    ]),
  )
}
