import { createHash } from 'node:crypto'
import { DomainError } from '@/domain/errors'
import type { Tx } from '@/prisma/client'

const LONGEST_KEY = 200

/** The digest of a parsed request, in which the order of fields and the white space between them do not count. */
function digestOf(asked: object): string {
  const sorted = JSON.stringify(asked, (name, value: unknown) => {
    if (name === 'requestKey') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return createHash('sha256').update(sorted).digest('hex')
}

/**
 * Makes a write safe to repeat. `subjectId` is the id of the new record. The first request gets that id back; every
 * repetition gets the id that was written first and must write nothing. Of two simultaneous requests, the second waits
 * for the first to commit.
 * @param asked the content of the request, to which the key is bound
 * @throws DomainError `invalid` `keyUsedAgain` when the key belongs to a request with other content
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
