import 'server-only'
import type { Tx } from '@/prisma/client'
import { newId } from '@/services/ids'
import { seenTo } from './open'
import type { Repeat } from './repeats'

/**
 * Stores new places. Decisions about known places stay. It leaves out other articles in which a correction of this
 * error already exists.
 */
export async function storeRipples(
  tx: Tx,
  { id: correctionId, articleId }: { id: string; articleId: string },
  found: readonly Repeat[],
): Promise<void> {
  if (found.length === 0) return
  const known = new Set((await seenTo(tx, correctionId)).map((one) => one.articleId))
  const fresh = found.filter((one) => one.articleId === articleId || !known.has(one.articleId))
  await tx.ripple.createMany({
    skipDuplicates: true,
    data: fresh.map((one) => ({ ...one, id: newId(), correctionId })),
  })
}
