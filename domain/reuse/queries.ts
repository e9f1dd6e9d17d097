import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import { alikeTo } from './read'
import type { SimilarPassage } from './rules'

/**
 * Claims and sentences of all articles that say the same as a claim, the newest first, with why.
 * @throws DomainError `not_found`
 */
export async function findSimilarPassages(actor: Actor, claimId: string): Promise<SimilarPassage[]> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const own = await sqlPool().query<{ quote: string; language: string }>(
    'select c.quote, a.language from claim c join article a on a.id = c.article_id where c.id = $1',
    [claimId],
  )
  const [claim] = own.rows
  if (!claim) throw notFound()
  return alikeTo(claim.quote, claim.language, { claimId })
}
