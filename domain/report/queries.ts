import 'server-only'
import { mayExportArticle } from '@/domain/article/policy'
import { forbidden, notFound } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { buildReport } from './rules'
import type { Report, ReportArticle, ReportClaim, ReportRevision } from './schema'

export type { Report } from './schema'

/** One statement, so that claims, sources and revision are seen at the same moment. */
const REPORT_SQL = `
  select
    json_build_object(
      'id', a.id, 'title', a.title, 'byline', a.byline, 'dateline', a.dateline, 'language', a.language,
      'desk', d.name, 'canonicalUrl', a.canonical_url, 'state', a.state
    ) as article,
    r.number, r.created_at as "createdAt", r.sha256, char_length(r.text) as characters,
    coalesce((
      select json_agg(json_build_object(
        'number', c.number, 'quote', c.quote, 'start', n.start, 'end', n."end", 'status', c.status,
        'finding', c.finding, 'proposal', c.proposal, 'reviewedBy', u.name, 'reviewedAt', c.reviewed_at,
        'sources', coalesce((
          select json_agg(json_build_object(
            'kind', s.kind, 'title', s.title, 'publisher', s.publisher, 'url', s.url, 'stance', s.stance,
            'primary', s."primary", 'excerpt', s.excerpt, 'locator', s.locator, 'published', s.published,
            'accessed', s.accessed
          ) order by s.created_at, s.id)
          from source s where s.claim_id = c.id and s.removed_at is null
        ), '[]'::json)
      ))
      from claim c
      left join anchor n on n.claim_id = c.id and n.revision_id = r.id
      left join "user" u on u.id = c.reviewed_by_id
      where c.article_id = a.id and c.withdrawn_at is null
    ), '[]'::json) as claims
  from article a
  join revision r on r.article_id = a.id and r.number = a.revision
  left join desk d on d.id = a.desk_id
  where a.id = $1::uuid`

/** JSON holds times as text. */
type StoredClaim = Omit<ReportClaim, 'reviewedAt'> & { reviewedAt: string | null }
type Row = ReportRevision & { article: ReportArticle; claims: StoredClaim[] }

/**
 * What was checked in the newest revision of an article, as it is now. Claims that were withdrawn and sources that
 * were removed are left out.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getReport(actor: Actor, articleId: string): Promise<Report> {
  if (!mayExportArticle(actor)) throw forbidden()
  const { rows } = await sqlPool().query<Row>(REPORT_SQL, [articleId])
  const [row] = rows
  if (!row) throw notFound()
  const { article, claims, ...revision } = row
  const { newsroomName, newsroomTimeZone } = settings()
  return buildReport(
    {
      article,
      revision,
      claims: claims.map((claim) => ({
        ...claim,
        reviewedAt: claim.reviewedAt === null ? null : new Date(claim.reviewedAt),
      })),
    },
    { newsroom: newsroomName, timeZone: newsroomTimeZone, at: now() },
  )
}
