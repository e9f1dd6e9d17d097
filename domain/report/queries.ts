import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { readOnwards, readRow, type Onwards } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { reportList } from './list'
import { readReportData } from './open'
import { reportContent, type Circumstances } from './rules'
import { reportContentSchema, type PrintableReport, type ReportContent, type ReportKind } from './schema'
import type { IssuedFacts, ReportPage, ReportRow } from './shape'

type Edition = Pick<Circumstances, 'language' | 'internal' | 'text'>

/** The settings and the moment at which this desk makes a report. */
export function circumstances(actor: Actor, asked: Edition & { kind: ReportKind }): Circumstances {
  const { newsroomName, newsroomTimeZone, publicUrl, signOff } = settings()
  return {
    ...asked,
    issuedAt: now().toISOString(),
    issuedBy: actor.name,
    newsroom: newsroomName,
    timeZone: newsroomTimeZone,
    verifyUrl: `${publicUrl}/verify`,
    signOff,
  }
}

/**
 * The report of an article as it would be now, in one snapshot. It is `final` when there are no obstacles.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function previewReport(
  actor: Actor,
  articleId: string,
  edition: Edition,
): Promise<ReportContent> {
  if (!may(actor, 'readReports')) throw forbidden()
  const data = await db().$transaction((tx) => readReportData(tx as Tx, articleId), {
    isolationLevel: 'RepeatableRead',
  })
  if (!data) throw notFound()
  const content = reportContent(data, circumstances(actor, { ...edition, kind: 'interim' }))
  return content.obstacles.length === 0 ? { ...content, kind: 'final' } : content
}

/** Issued reports of one article or of all. */
export async function listReports(actor: Actor, page: Onwards<typeof reportList> = {}): Promise<ReportPage> {
  if (!may(actor, 'readReports')) throw forbidden()
  return readOnwards(reportList, page)
}

export type IssuedReport = PrintableReport & { row: ReportRow }

/**
 * An issued report as it was frozen.
 * @throws DomainError `not_found`, also for anyone who may not read it
 */
export async function getIssuedReport(actor: Actor, id: string): Promise<IssuedReport> {
  if (!may(actor, 'readReports')) throw notFound()
  const [row, frozen] = await Promise.all([
    readRow(reportList, id),
    db().report.findUnique({ where: { id }, select: { content: true, keyId: true, signature: true } }),
  ])
  if (!row || !frozen) throw notFound()
  const { content, keyId, signature } = frozen
  return {
    row,
    content: reportContentSchema.parse(JSON.parse(content)),
    proof: { number: row.number, digest: row.digest, keyId, signature },
  }
}

/**
 * These facts come from the frozen content. The database parses it, so that a long report does not block the thread.
 */
const FACTS = `
  select
    r.number, r.digest, r.kind::text as kind, r.language,
    frozen."issuedAt", frozen."issuedBy", frozen.newsroom, frozen.article->>'title' as title,
    later.number as "supersededBy"
  from report r
  cross join lateral json_to_record(r.content::json)
    as frozen("issuedAt" text, "issuedBy" text, newsroom text, article json)
  left join report later on later.supersedes_id = r.id`

/** The reports with a stored file that has one of these SHA-256 digests, hex. */
export const findIssuedByFile = (sha256: string[]): Promise<IssuedFacts[]> =>
  db().$queryRawUnsafe(
    `${FACTS} where r.id in (select report_id from report_file where sha256 = any($1::text[]))`,
    sha256,
  )

/** The reports with these digests. The caller must also require the number before it reveals anything. */
export const findIssuedByDigest = (digests: string[]): Promise<IssuedFacts[]> =>
  db().$queryRawUnsafe(`${FACTS} where r.digest = any($1::text[])`, digests)
