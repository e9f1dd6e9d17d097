import 'server-only'
import { forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { CHANGES_READING, type ClaimNews } from './rules'

/** Those of the claims that colleagues changed since this person opened them. A claim never opened is not among them. */
export async function changedSinceRead(actor: Actor, claimIds: readonly string[]): Promise<string[]> {
  if (!may(actor, 'readClaims')) throw forbidden()
  if (claimIds.length === 0) return []
  const rows = await db().$queryRaw<{ id: string }[]>`
    select o.claim_id as id from claim_opened o
    where o.person_id = ${actor.id}::uuid and o.claim_id = any(${[...claimIds]}::uuid[])
      and exists (
        select 1 from event e
        where e.claim_id = o.claim_id and e.position > o.position and e.actor_id <> o.person_id
          and e.verb = any(${[...CHANGES_READING]}::text[])
      )`
  return rows.map(({ id }) => id)
}

/** What colleagues changed of a claim since this person opened it; null when they did not, or when it is new to them. */
export async function newsOfClaim(actor: Actor, claimId: string): Promise<ClaimNews | null> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const rows = await db().$queryRaw<ClaimNews[]>`
    select u.name as by, e.at, e.position, count(*) over ()::int as count
    from claim_opened o
      join event e on e.claim_id = o.claim_id and e.position > o.position and e.actor_id <> o.person_id
        and e.verb = any(${[...CHANGES_READING]}::text[])
      join "user" u on u.id = e.actor_id
    where o.person_id = ${actor.id}::uuid and o.claim_id = ${claimId}::uuid
    order by e.position desc limit 1`
  return rows[0] ?? null
}
