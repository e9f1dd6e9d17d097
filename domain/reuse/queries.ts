import 'server-only'
import type { z } from 'zod'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { guessLanguage } from '@/importing/language'
import { sqlPool } from '@/prisma/client'
import { saidIn } from '@/text/likeness/message'
import { bestOf, excerptOf, statementsIn } from './message'
import { alikeTo } from './alike/open'
import type { SimilarPassage, SimilarPassages, SimilarToText } from './rules'
import type { similarToTextSchema } from './schema'
import type { Checked } from './shape'

/**
 * Claims and sentences of all articles that say the same as a claim, the best match first, each with reasons and
 * differences.
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

/** More characters than any excerpt shows. */
const READ_OF_FINDING = 1_000

async function checkedOf(ids: readonly string[]): Promise<Map<string, Checked>> {
  const { rows } = await sqlPool().query<Checked & { id: string }>(
    `select id, left(finding, ${READ_OF_FINDING}) as finding, reviewed_at as "reviewedAt"
     from claim where id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, finding, reviewedAt }) => [id, { finding: excerptOf(finding), reviewedAt }]))
}

/**
 * Claims and sentences of all articles that say the same as a pasted text or one of its sentences, the best match
 * first, each with reasons and differences.
 */
export async function findSimilarToText(
  actor: Actor,
  { text, language }: z.output<typeof similarToTextSchema>,
): Promise<SimilarToText> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const said = saidIn(text)
  const written = language ?? guessLanguage(said) ?? 'und'
  const found: SimilarPassage[][] = []
  // One after the other, so that a long message takes no more of the database at once than a claim.
  for (const statement of statementsIn(said, written))
    found.push(await alikeTo(statement, written, { as: 'message' }))
  const best = bestOf(found)
  const checked = await checkedOf(best.flatMap(({ kind, id }) => (kind === 'claim' ? [id] : [])))
  return {
    context: said,
    language: written,
    items: best.map((one) => ({ ...one, ...(checked.get(one.id) ?? { finding: '', reviewedAt: null }) })),
  }
}
