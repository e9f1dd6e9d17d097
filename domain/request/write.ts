import { createHash } from 'node:crypto'
import { DomainError } from '@/domain/errors'
import type { Tx } from '@/prisma/client'

const LONGEST_KEY = 200

/** Of what is asked for as it was understood: neither the order of its fields nor the white space between them counts. */
function digestOf(asked: object): string {
  const sorted = JSON.stringify(asked, (name, value: unknown) => {
    if (name === 'requestKey') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return createHash('sha256').update(sorted).digest('hex')
}

/**
 * Lets a request be asked again without writing again. `subjectId` is the id the new record will get; the answer is
 * that id at the first time, and the id that was written then at every other time, in which case nothing is to be
 * written. Two at once: the second waits for the first to commit.
 * @param asked what the request asks for, with which its key belongs together
 * @throws DomainError `invalid` `keyUsedAgain` for the key of another request
 */
export async function claimRequest(
  tx: Tx,
  actorId: string,
  key: string | undefined,
  subjectId: string,
  asked: object,
): Promise<{ first: boolean; subjectId: string }> {
  if (!key) return { first: true, subjectId }
  const kept = key.slice(0, LONGEST_KEY)
  const digest = digestOf(asked)
  const made = await tx.$executeRaw`
    insert into request (actor_id, key, subject_id, digest)
    values (${actorId}::uuid, ${kept}, ${subjectId}::uuid, ${digest})
    on conflict do nothing`
  if (made === 1) return { first: true, subjectId }
  const earlier = await tx.request.findUniqueOrThrow({ where: { actorId_key: { actorId, key: kept } } })
  if (earlier.digest !== null && earlier.digest !== digest) throw new DomainError('invalid', 'keyUsedAgain')
  return { first: false, subjectId: earlier.subjectId }
}
