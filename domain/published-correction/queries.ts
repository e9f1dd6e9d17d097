import 'server-only'
import type { CorrectionKind } from '@/domain/correction/rules'
import { notFound } from '@/domain/errors'
import { sourceUrl } from '@/domain/text/sources'
import { db, sqlPool } from '@/prisma/client'
import { settings } from '@/services/settings'
import { listSql, newestSql, oneSql, updatesSql, type Sql } from './list-sql'
import { encodePlace, PAGE_SIZE, type Place, type PublishedListParams } from './params'
import { changesOf, type Amended, type Change, type Told } from './rules'

export type PublishedCorrection = {
  id: string
  number: number
  kind: CorrectionKind
  wrong: string
  right: string
  note: string
  explanation: string
  publishedAt: Date
  /** When readers were told of it last: its publication, or an amendment of substance. */
  updatedAt: Date
  /** When anything of it or its article changed last: for caches alone. */
  changedAt: Date
  /** `url` is an address of the web, or null. */
  article: { id: string; title: string; language: string; url: string | null }
}

async function read({ text, values }: Sql): Promise<PublishedCorrection[]> {
  const { rows } = await sqlPool().query<PublishedCorrection>(text, values)
  return rows.map(({ article, ...row }) => {
    const url = article.url ? sourceUrl(article.url) : null
    return { ...row, article: { ...article, url: url?.ok ? url.url : null } }
  })
}

export type PublishedPage = { items: PublishedCorrection[]; next: string | null }

/** Published corrections, the newest first, by page. Anybody may ask. */
export async function listPublished(params: PublishedListParams): Promise<PublishedPage> {
  const rows = await read(listSql(params, settings().newsroomTimeZone))
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > PAGE_SIZE && last ? encodePlace([last.publishedAt.toISOString(), last.id]) : null,
  }
}

const MONTHS_MAX = 600
const ARTICLES_MAX = 200

/** Months of the newsroom's calendar and articles that have something published, the newest first. */
export async function publishedFacets(): Promise<{
  months: string[]
  articles: { id: string; title: string; language: string }[]
}> {
  const [months, articles] = await Promise.all([
    sqlPool().query<{ month: string }>(
      `select to_char(published_at at time zone $1, 'YYYY-MM') as month from correction
       where state = 'published' group by 1 order by 1 desc limit ${MONTHS_MAX}`,
      [settings().newsroomTimeZone],
    ),
    sqlPool().query<{ id: string; title: string; language: string }>(
      `select a.id, a.title, a.language from correction c join article a on a.id = c.article_id
       where c.state = 'published' group by a.id order by max(c.published_at) desc, a.id limit ${ARTICLES_MAX}`,
    ),
  ])
  return { months: months.rows.map(({ month }) => month), articles: articles.rows }
}

const OF_ARTICLE_MAX = 50
const AMENDMENTS_MAX = 200

export type PublishedDetail = PublishedCorrection & {
  changes: Change[]
  /** All of its article's that are published, this one among them. */
  ofArticle: PublishedCorrection[]
}

/** @throws DomainError `not_found` also for one that is not published */
export async function getPublished(number: number): Promise<PublishedDetail> {
  const [correction] = await read(oneSql(number))
  if (!correction) throw notFound()
  const [amendments, ofArticle] = await Promise.all([
    db().amendment.findMany({
      where: { correctionId: correction.id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: AMENDMENTS_MAX,
      select: { at: true, reason: true, substantive: true, before: true },
    }),
    read(newestSql(OF_ARTICLE_MAX, correction.article.id)),
  ])
  const before = amendments.map((one): Amended => ({ ...one, before: one.before as unknown as Told }))
  return { ...correction, changes: changesOf(correction, before), ofArticle }
}

/** The newest published ones, of one article or of all. */
export const newestPublished = (limit: number, articleId?: string): Promise<PublishedCorrection[]> =>
  read(newestSql(limit, articleId))

/** What readers were told of last, by page, for feeds. */
export async function listUpdates(
  limit: number,
  after?: Place,
): Promise<{ items: PublishedCorrection[]; next: string | null }> {
  const rows = await read(updatesSql(limit + 1, after))
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > limit && last ? encodePlace([last.updatedAt.toISOString(), last.id]) : null,
  }
}
