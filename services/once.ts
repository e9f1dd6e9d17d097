import type { Tx } from '@/prisma/client'

const LONGEST_KEY = 200

/**
 * Lets a request be asked again without writing again. `subjectId` is the id the new record will get; the answer is
 * that id at the first time, and the id that was written then at every other time, in which case nothing is to be
 * written. Two at once: the second waits for the first to commit.
 */
export async function claimRequest(
  tx: Tx,
  actorId: string,
  key: string | undefined,
  subjectId: string,
): Promise<{ first: boolean; subjectId: string }> {
  if (!key) return { first: true, subjectId }
  const kept = key.slice(0, LONGEST_KEY)
  const made = await tx.$executeRaw`
    insert into request (actor_id, key, subject_id) values (${actorId}::uuid, ${kept}, ${subjectId}::uuid)
    on conflict do nothing`
  if (made === 1) return { first: true, subjectId }
  const earlier = await tx.request.findUniqueOrThrow({ where: { actorId_key: { actorId, key: kept } } })
  return { first: false, subjectId: earlier.subjectId }
}
