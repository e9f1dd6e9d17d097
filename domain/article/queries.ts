import 'server-only'
import { noAnchors } from '@/domain/anchor/shape'
import { noClaims } from '@/domain/claim/rules'
import { forbidden, notFound } from '@/domain/errors'
import type { Page } from '@/domain/list/page'
import { readPage, readTotal } from '@/domain/list/queries'
import { containsWords, distanceOfWords } from '@/domain/list/filters'
import { firstOrder, type Bind, type ListParams } from '@/domain/list/table'
import { may } from '@/domain/permissions'
import type { TextLink } from '@/domain/revision/links/links'
import type { ArticleName } from '@/domain/shape'
import type { Block } from '@/text/blocks'
import { partAt } from '@/text/reading'
import type { Actor } from '@/domain/user/policy'
import { db, sqlPool, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { articleList } from './list'
import type { Article, ArticleRow, ClaimMark } from './shape'

export type ArticlePage = Page<ArticleRow> & { total: number; mayCreate: boolean }

/** A page of articles; the most recently changed come first unless the request asks for another order. */
export async function listArticles(
  actor: Actor,
  params: Partial<ListParams<typeof articleList>> = {},
): Promise<ArticlePage> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const asked = { by: firstOrder(articleList), limit: articleList.pageSize, ...params }
  const reader = { id: actor.id, at: now(), zone: settings().newsroomTimeZone }
  const [page, total] = await Promise.all([
    readPage(articleList, asked, reader),
    readTotal(articleList, asked, reader),
  ])
  return { ...page, total, mayCreate: may(actor, 'createArticle') }
}

async function readArticle(client: Tx, actor: Actor, id: string) {
  if (!may(actor, 'readArticles')) throw forbidden()
  const article = await client.article.findUnique({
    where: { id },
    select: {
      id: true,
      title: true,
      byline: true,
      dateline: true,
      language: true,
      canonicalUrl: true,
      deadline: true,
      confidential: true,
      state: true,
      version: true,
      revision: true,
      createdAt: true,
      updatedAt: true,
      desk: { select: { id: true, name: true } },
      createdBy: { select: { id: true, name: true } },
    },
  })
  if (!article) throw notFound()
  return {
    ...article,
    may: {
      change: may(actor, 'changeArticle'),
      makeClaim: may(actor, 'makeClaim'),
      revise: may(actor, 'reviseArticle'),
      export: may(actor, 'exportArticle'),
    },
  }
}

/** @throws DomainError `not_found` */
export const getArticle = (actor: Actor, id: string) => readArticle(db(), actor, id)

/** @throws DomainError `not_found` */
export async function getArticleTitle(actor: Actor, id: string): Promise<string> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const article = await db().article.findUnique({ where: { id }, select: { title: true } })
  if (!article) throw notFound()
  return article.title
}

/** The newest text and headline with their claims in reading order, those of the headline first. */
export async function getArticleText(actor: Actor, id: string) {
  const article = await getArticle(actor, id)
  const revision = await db().revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: id, number: article.revision } },
    select: {
      ...{ id: true, number: true, text: true, headline: true, headlineStart: true },
      ...{ blocks: true, links: true, createdAt: true },
    },
  })
  const { rows: marks } = await sqlPool().query<ClaimMark>(
    `select n.start, n."end", n.state, c.id, c.number, c.status, c.quote, c.version
     from anchor n join claim c on c.id = n.claim_id
     where n.revision_id = $1 and c.withdrawn_at is null order by n.start, n."end" desc`,
    [revision.id],
  )
  const inHeadline = ({ start }: ClaimMark) => partAt(start, revision.headlineStart) === 'headline'
  const claims = [...marks.filter(inHeadline), ...marks.filter((mark) => !inHeadline(mark))]
  const blocks = revision.blocks as unknown as Block[]
  const links = revision.links as unknown as TextLink[]
  return { article, revision: { ...revision, blocks, links }, claims }
}

/** Each language once: every step takes the next from an index, so that the articles are not read. */
const LANGUAGES = `
  with recursive used as (
    (select language from article order by language limit 1)
    union all
    select (select a.language from article a where a.language > used.language order by a.language limit 1)
    from used where used.language is not null)
  select language from used where language is not null limit 200`

/** Every desk that has articles and every language in use, for filters. */
export async function articleFacets(
  actor: Actor,
): Promise<{ desks: { id: string; name: string }[]; languages: string[] }> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const [desks, languages] = await Promise.all([
    db().desk.findMany({ orderBy: { name: 'asc' }, take: 500, select: { id: true, name: true } }),
    sqlPool().query<{ language: string }>(LANGUAGES),
  ])
  return { desks, languages: languages.rows.map((row) => row.language) }
}

const FOUND_MAX = 20

/**
 * Articles whose title contains every word of the search in any spelling, the nearest first and then the most recently
 * changed, at most 20.
 */
export async function findArticles(actor: Actor, query: string): Promise<ArticleName[]> {
  if (!may(actor, 'readArticles')) throw forbidden()
  const values: unknown[] = []
  const bind: Bind = (value, cast) => `$${values.push(value)}::${cast}`
  const title = 'fold_spelling(title)'
  const held = containsWords(title, query, bind)
  const distance = distanceOfWords(title, query, bind)
  const { rows } = await sqlPool().query<ArticleName>(
    `select id, title, language from article where ${held}
     order by ${distance ? `${distance}, ` : ''}updated_at desc, id desc limit ${FOUND_MAX}`,
    values,
  )
  return rows
}

/** The titles of the articles with these ids, in the order of the ids. Unknown ids are left out. */
export async function articleNames(actor: Actor, ids: readonly string[]): Promise<ArticleName[]> {
  if (!may(actor, 'readArticles')) throw forbidden()
  if (ids.length === 0) return []
  const { rows } = await sqlPool().query<ArticleName>(
    `select a.id, a.title, a.language from unnest($1::uuid[]) with ordinality as asked(id, place)
     join article a on a.id = asked.id order by asked.place`,
    [ids],
  )
  return rows
}

type ClaimOfArticle = Article['claims'][number]

/**
 * An article for other programs, as a transaction sees it: its newest text and its claims with their spans.
 * @throws DomainError `not_found`
 */
export async function articleInTransaction(tx: Tx, actor: Actor, id: string): Promise<Article> {
  const { desk, may: _may, ...article } = await readArticle(tx, actor, id)
  const revision = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: id, number: article.revision } },
    select: { id: true, text: true, headlineStart: true, blocks: true, links: true, sha256: true },
  })
  type Standing = Omit<ClaimOfArticle['anchor'], 'part'> & Omit<ClaimOfArticle, 'anchor'>
  const standing = await tx.$queryRaw<Standing[]>`
    select n.state::text, n.start, n."end", n.prefix, n.suffix, c.id, c.number, c.quote, c.status::text,
      c.priority::text, c.version
    from anchor n join claim c on c.id = n.claim_id
    where n.revision_id = ${revision.id}::uuid and c.withdrawn_at is null order by c.number`
  const [counts, states] = [noClaims(), noAnchors()]
  for (const { status, state } of standing) {
    counts[status] += 1
    states[state] += 1
  }
  return {
    ...article,
    desk: desk?.name ?? null,
    text: revision.text,
    headlineStart: revision.headlineStart,
    sha256: revision.sha256,
    blocks: revision.blocks as unknown as Block[],
    links: revision.links as unknown as TextLink[],
    counts,
    anchors: states,
    claims: standing.map(({ state, start, end, prefix, suffix, ...claim }) => ({
      ...claim,
      anchor: { state, start, end, prefix, suffix, part: partAt(start, revision.headlineStart) },
    })),
  }
}

/** @throws DomainError `not_found` */
export const getArticleRecord = (actor: Actor, id: string) => articleInTransaction(db(), actor, id)
