import 'server-only'
import type { Tx } from '@/prisma/client'
import { newId } from '@/services/ids'
import { fold } from '@/text/fold'
import type { FoundPlace } from './repeats'

type SeenTo = { id: string; articleId: string; quote: string; replacement: string | null }

/** The corrections that led to this one, and every correction opened from those, this one among them. */
const seenTo = (tx: Tx, correctionId: string) => tx.$queryRaw<SeenTo[]>`
  with recursive above (id, ripple_of_id) as (
    select id, ripple_of_id from correction where id = ${correctionId}::uuid
    union
    select c.id, c.ripple_of_id from correction c join above a on c.id = a.ripple_of_id
  )
  select id, article_id as "articleId", quote, replacement from correction
  where id in (select id from above) or ripple_of_id in (select id from above)`

/** Whether a place has the words of a correction, as they were or as it makes them. */
function hasWordsOf(place: string, { quote, replacement }: SeenTo): boolean {
  const there = fold(place).folded.trim()
  return [quote, replacement ?? ''].some((words) => {
    const mine = fold(words).folded.trim()
    return mine !== '' && (there.includes(mine) || mine.includes(there))
  })
}

/**
 * Stores new places. Decisions about known places stay. What an earlier correction of this error already concerns is
 * left out: another article as a whole, and in this one's own article its words.
 */
export async function storeRipples(
  tx: Tx,
  { id: correctionId, articleId }: { id: string; articleId: string },
  found: readonly FoundPlace[],
): Promise<void> {
  if (found.length === 0) return
  const known = await seenTo(tx, correctionId)
  const isSeenTo = (place: FoundPlace) =>
    known.some(
      (one) =>
        one.articleId === place.articleId &&
        (place.articleId !== articleId || (one.id !== correctionId && hasWordsOf(place.quote, one))),
    )
  await tx.ripple.createMany({
    skipDuplicates: true,
    data: found.filter((one) => !isSeenTo(one)).map((one) => ({ ...one, id: newId(), correctionId })),
  })
}
