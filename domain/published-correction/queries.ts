import 'server-only'
import { notFound } from '@/domain/errors'
import { readPage, readRows } from '@/domain/list/queries'
import { firstOrder, type ListParams, type Keyset } from '@/domain/list/table'
import { sourceUrl } from '@/text/sources'
import { db, sqlPool } from '@/prisma/client'
import { settings } from '@/services/settings'
import { PUBLISHED, publishedList, publishedRow, updatesList, type PublishedListParams } from './list'
import type { PublishedCorrection, PublishedPage } from './shape'
import { changesOf, type Amended, type Change, type Told } from './rules'

/** A correction whose article links to a public web address or nowhere. */
function linked<Row extends PublishedCorrection>({ article, ...row }: Row) {
  const url = article.url ? sourceUrl(article.url) : null
  return { ...row, article: { ...article, url: url?.ok ? url.url : null } }
}

async function readPublished(params: Partial<ListParams<typeof publishedList>>): Promise<PublishedPage> {
  const all = { by: firstOrder(publishedList), limit: publishedList.pageSize }
  const zone = settings().newsroomTimeZone
  const { items, next } = await readPage(publishedList, { ...all, ...params }, zone)
  return { items: items.map(linked), next }
}

/** A page of the published corrections, the newest first. Anybody may read it. */
export const listPublished = (params: PublishedListParams): Promise<PublishedPage> => readPublished(params)

const MONTHS_MAX = 600
const ARTICLES_MAX = 200

/** The months of the newsroom's calendar and the articles with published corrections, the newest first. */
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
  /** All published corrections of the same article, including this one. */
  ofArticle: PublishedCorrection[]
}

/** @throws DomainError `not_found` also when the correction is not published */
export async function getPublished(number: number): Promise<PublishedDetail> {
  const [found] = await readRows<PublishedCorrection>({
    text: `select ${publishedRow.columns} from correction c ${publishedRow.joins.join(' ')}
      where ${PUBLISHED} and c.number = $1`,
    values: [number],
  })
  if (!found) throw notFound()
  const correction = linked(found)
  const [amendments, ofArticle] = await Promise.all([
    db().amendment.findMany({
      where: { correctionId: correction.id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: AMENDMENTS_MAX,
      select: { at: true, reason: true, substantive: true, before: true },
    }),
    newestPublished(OF_ARTICLE_MAX, correction.article.id),
  ])
  const before = amendments.map((one): Amended => ({ ...one, before: one.before as unknown as Told }))
  return { ...correction, changes: changesOf(correction, before), ofArticle }
}

/** The newest published corrections, of one article or of all. */
export const newestPublished = async (limit: number, article?: string): Promise<PublishedCorrection[]> =>
  (await readPublished({ limit, article })).items

/** When the desk began: when its database was set up. It is what is known of a feed in which nothing was published. */
export async function deskBegan(): Promise<Date> {
  const { rows } = await sqlPool().query<{ began: Date }>(
    'select min(finished_at) as began from _prisma_migrations where finished_at is not null having count(*) > 0',
  )
  if (!rows[0]) throw new Error('A desk has migrations')
  return rows[0].began
}

/** A page of the corrections that readers were notified of last, for feeds. */
export async function listUpdates(limit: number, after?: Keyset): Promise<PublishedPage> {
  const { items, next } = await readPage(updatesList, { by: firstOrder(updatesList), limit, after })
  return { items: items.map(linked), next }
}
