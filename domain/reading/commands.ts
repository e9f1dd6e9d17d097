import 'server-only'
import type { z } from 'zod'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { openedSchema } from '@/domain/sign-off/schema'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'

/**
 * Records that this person has a claim before them. What is not as it is now is not recorded: nobody could sign it off,
 * and what changed is still news.
 * @throws DomainError `not_found`
 */
export async function recordOpened(
  actor: Actor,
  { id, digest }: z.output<typeof openedSchema>,
): Promise<void> {
  if (!may(actor, 'readClaims')) throw forbidden()
  await inTransaction(async (tx) => {
    // Before the claim, so that a change between the two queries counts as news.
    const place = await tx.claim.findUnique({
      where: { id },
      select: { article: { select: { eventCount: true } } },
    })
    const claim = await tx.claim.findUnique({
      where: { id },
      include: { sources: { where: { removedAt: null } } },
    })
    if (!place || !claim) throw notFound()
    if (signOffDigest(claim) !== digest) return
    await tx.$executeRaw`
      insert into claim_opened (person_id, claim_id, digest, position, at)
      values (${actor.id}::uuid, ${id}::uuid, ${digest}, ${place.article.eventCount}, ${now()})
      on conflict (person_id, claim_id)
        do update set digest = excluded.digest, position = excluded.position, at = excluded.at`
  })
}
