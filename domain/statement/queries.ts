import 'server-only'
import { mayReadClaims } from '@/domain/claim/policy'
import { forbidden, notFound } from '@/domain/errors'
import { likenessKeys } from '@/domain/text/likeness/keys'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import { similarTo, type Candidate, type Similar } from './rules'

/** Of each kind, those with most keys in common are compared; the others only share a turn of phrase. */
const COMPARED = 60

/** Rows that share a key with $1, those that share most first. Own words are $2 and $3. */
const ALIKE = `
  (select 'claim' as kind, c.id, c.quote as text, c.number, c.status::text as status, c.created_at as at,
      c.article_id, common.n as common
    from claim c, lateral (select count(*) as n from unnest(c.keys) k where k = any($1::int[])) common
    where c.keys && $1::int[] and c.withdrawn_at is null and c.id <> $2::uuid
    order by common.n desc, c.id desc limit ${COMPARED})
  union all
  (select 'sentence', s.id, s.text, s.position, null, null, s.article_id, common.n
    from sentence s, lateral (select count(*) as n from unnest(s.keys) k where k = any($1::int[])) common
    where s.keys && $1::int[] and not exists (
      select 1 from anchor n where n.claim_id = $2::uuid and n.revision_id = s.revision_id
        and n.start < s."end" and n."end" > s.start)
    order by common.n desc, s.id desc limit ${COMPARED})`

type Row = Omit<Candidate, 'article' | 'at'> & {
  at: Date | null
  articleId: string
  title: string
  language: string
  createdAt: Date
}

/**
 * Claims and sentences of all articles that say the same as a claim, the newest first, with why.
 * @throws DomainError `not_found`
 */
export async function findSimilar(actor: Actor, claimId: string): Promise<Similar[]> {
  if (!mayReadClaims(actor)) throw forbidden()
  const own = await sqlPool().query<{ quote: string }>('select quote from claim where id = $1', [claimId])
  const quote = own.rows[0]?.quote
  if (quote === undefined) throw notFound()
  const { rows } = await sqlPool().query<Row>(
    `select found.kind, found.id, found.text, found.number, found.status, found.at,
       a.id as "articleId", a.title, a.language, a.created_at as "createdAt"
     from (${ALIKE}) found join article a on a.id = found.article_id`,
    [likenessKeys(quote), claimId],
  )
  const candidates = rows.map(({ articleId, title, language, createdAt, at, ...row }): Candidate => ({
    ...row,
    at: at ?? createdAt,
    article: { id: articleId, title, language },
  }))
  return similarTo(quote, candidates)
}
