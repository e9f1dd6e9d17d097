import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import { alikeTo } from './read'
import type { SimilarPassages } from './rules'

/**
 * Claims and sentences of all articles that say the same as a claim, the best match first, with why and what differs.
 * @throws DomainError `not_found`
 */
export async function findSimilarPassages(actor: Actor, claimId: string): Promise<SimilarPassages> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const own = await sqlPool().query<{ quote: string; language: string; context: string }>(
    `select c.quote, a.language, coalesce((
       select string_agg(s.text, ' ' order by s.position)
       from revision r
         join anchor n on n.revision_id = r.id
         join sentence s on s.revision_id = r.id and s.start < n."end" and s."end" > n.start
       where r.article_id = a.id and r.number = a.revision and n.claim_id = c.id), '') as context
     from claim c join article a on a.id = c.article_id where c.id = $1`,
    [claimId],
  )
  const [claim] = own.rows
  if (!claim) throw notFound()
  const { quote, language, context } = claim
  return { context, items: await alikeTo(quote, language, { claimId, context: context || quote }) }
}
