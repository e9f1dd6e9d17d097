import 'server-only'
import { isTaken, type Priority } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { readSentences } from '@/domain/sentence/open'
import { claimsOn } from '@/domain/sentence/rules'
import { signOffDigest } from '@/domain/sign-off/digest'
import { whoWrote, type ClaimPart } from '@/domain/sign-off/rules'
import type { Tx } from '@/prisma/client'
import type { Block } from '@/text/blocks'
import type { ClaimAsRead, ReportData } from './rules'
import type { ReportContent } from './schema'

const ARTICLE_SQL = `
  select
    json_build_object(
      'id', a.id, 'title', a.title, 'byline', a.byline, 'dateline', a.dateline, 'language', a.language,
      'desk', d.name, 'canonicalUrl', a.canonical_url, 'state', a.state
    ) as article,
    r.id as "revisionId", r.number, r.created_at as "createdAt", r.sha256, r.text, r.headline, r.blocks
  from article a
  join revision r on r.article_id = a.id and r.number = a.revision
  left join desk d on d.id = a.desk_id
  where a.id = $1::uuid`

const CLAIMS_SQL = `
  select
    c.id, c.number, c.quote, c.status, c.finding, c.proposal, c.priority,
    c.disputed_before as "disputedBefore",
    exists (
      select 1 from claim_writer w where w.claim_id = c.id and w.person_id = c.urgency_lowered_by_id
    ) as "urgencyHeld",
    coalesce(n.prefix, '') as prefix, coalesce(n.suffix, '') as suffix, coalesce(n.state, 'orphaned') as anchor,
    n.start, n."end", u.name as "reviewedBy", c.reviewed_at as "reviewedAt",
    k.name as "createdBy",
    coalesce((
      select json_agg(json_build_object('part', w.part, 'person', p.name) order by p.name, p.id)
      from claim_writer w join "user" p on p.id = w.person_id where w.claim_id = c.id and not w.replaced
    ), '[]'::json) as writers,
    s.name as "signedOffBy", c.signed_off_at as "signedOffAt", c.signed_off_digest as "signedOffDigest",
    c.speaker, c.speaker_kind as "speakerKind", c.said_on as "saidOn", c.said_at as "saidAt", c.rating,
    c.rating_name as "ratingName",
    coalesce((
      select json_agg(json_build_object(
        'kind', o.kind, 'title', o.title, 'publisher', o.publisher, 'url', o.url, 'stance', o.stance,
        'primary', o."primary", 'excerpt', o.excerpt, 'locator', o.locator, 'published', o.published,
        'accessed', o.accessed
      ) order by o.created_at, o.id)
      from source o where o.claim_id = c.id and o.removed_at is null
    ), '[]'::json) as sources
  from claim c
  left join anchor n on n.claim_id = c.id and n.revision_id = $2::uuid
  join "user" k on k.id = c.created_by_id
  left join "user" u on u.id = c.reviewed_by_id
  left join "user" s on s.id = c.signed_off_by_id
  where c.article_id = $1::uuid and c.withdrawn_at is null
  order by c.number`

type ArticleRow = {
  article: ReportContent['article']
  revisionId: string
  number: number
  createdAt: Date
  sha256: string
  text: string
  headline: string
  blocks: Block[]
}

type ClaimRow = Pick<
  ClaimAsRead,
  'id' | 'number' | 'quote' | 'prefix' | 'suffix' | 'anchor' | 'start' | 'end'
> & {
  status: ClaimStatus
  priority: Priority
  disputedBefore: boolean
  urgencyHeld: boolean
  finding: string
  proposal: Partial<NonNullable<ClaimAsRead['proposal']>> | null
  reviewedBy: string | null
  reviewedAt: Date | null
  createdBy: string
  writers: { part: ClaimPart; person: string }[]
  signedOffBy: string | null
  signedOffAt: Date | null
  signedOffDigest: string | null
  speaker: string
  speakerKind: 'person' | 'organization'
  saidOn: string | null
  saidAt: string | null
  rating: number | null
  ratingName: string
  sources: ClaimAsRead['sources']
}

function proposalOf({ quote, proposal }: ClaimRow): ClaimAsRead['proposal'] {
  if (!proposal?.replacement || isTaken(quote, proposal.replacement)) return null
  const { kind = 'correction', replacement, reason = '' } = proposal
  return { kind, replacement, reason }
}

function claimOf(row: ClaimRow): ClaimAsRead {
  const {
    signedOffBy,
    signedOffAt,
    signedOffDigest,
    speaker,
    speakerKind,
    saidOn,
    saidAt,
    rating,
    ratingName,
  } = row
  const holds = signedOffAt !== null && signedOffDigest === signOffDigest(row)
  return {
    id: row.id,
    number: row.number,
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    anchor: row.anchor,
    start: row.start,
    end: row.end,
    status: row.status,
    priority: row.priority,
    disputedBefore: row.disputedBefore,
    urgencyHeld: row.urgencyHeld,
    finding: row.finding,
    proposal: proposalOf(row),
    reviewedBy: row.reviewedBy,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    writers: whoWrote(row),
    signOff: holds ? { by: signedOffBy, at: signedOffAt.toISOString() } : null,
    statement: speaker === '' ? null : { speaker, speakerKind, saidOn, saidAt, rating, ratingName },
    sources: row.sources,
  }
}

async function readCoverage(tx: Tx, articleId: string, revision: number): Promise<ReportContent['coverage']> {
  const { sentences, anchors } = await readSentences(tx, articleId, revision)
  const on = claimsOn(sentences, anchors)
  const claimed = on.filter((claims) => claims.length > 0).length
  const open = sentences.filter((sentence, index) => !sentence.passedAt && !on[index]?.length).length
  return { sentences: sentences.length, claimed, open, passed: sentences.length - claimed - open }
}

/**
 * Reads everything a report needs about an article's newest revision; null when the article does not exist. Withdrawn
 * claims and removed sources are left out. A sign-off counts as long as its digest matches.
 */
export async function readReportData(tx: Tx, articleId: string): Promise<ReportData | null> {
  const [row] = await tx.$queryRawUnsafe<ArticleRow[]>(ARTICLE_SQL, articleId)
  if (!row) return null
  const claims = await tx.$queryRawUnsafe<ClaimRow[]>(CLAIMS_SQL, articleId, row.revisionId)
  return {
    article: row.article,
    revision: {
      number: row.number,
      createdAt: row.createdAt.toISOString(),
      sha256: row.sha256,
      text: row.text,
      headline: row.headline,
      blocks: row.blocks,
    },
    coverage: await readCoverage(tx, articleId, row.number),
    claims: claims.map(claimOf),
  }
}
