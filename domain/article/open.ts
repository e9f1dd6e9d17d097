import 'server-only'
import { conflict, notFound, type ErrorKey } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import type { Article, Tx } from '@/prisma/client'
import { columnsOf } from '@/prisma/fields'
import { rememberEnd } from './counters/chain-end'
import { articleInTransaction } from './queries'

const LOCKED = `select ${columnsOf('article', 'a')} from article a`

/** Locks articles, in the order of their ids, so that two writes of several never wait for each other. */
async function lock(tx: Tx, where: string, id: string | readonly string[]): Promise<Article[]> {
  const articles = await tx.$queryRawUnsafe<Article[]>(
    `${LOCKED} where ${where} order by a.id for update`,
    id,
  )
  for (const { id: locked, eventCount: count, eventHash: hash } of articles)
    rememberEnd(tx, locked, { count, hash })
  return articles
}

async function lockOne(tx: Tx, where: string, id: string): Promise<Article> {
  const [article] = await lock(tx, where, id)
  if (!article) throw notFound()
  return article
}

/**
 * Locks the article's row until the transaction ends, and loads it. Writes to one article then follow one another: its
 * chain has one end, and no two writes deadlock. Call it before locking any other row of the article.
 * @throws DomainError `not_found`
 */
export const openArticle = (tx: Tx, id: string) => lockOne(tx, 'a.id = $1::uuid', id)

/** As `openArticle`, the article of a claim. @throws DomainError `not_found` */
export const openArticleOfClaim = (tx: Tx, claimId: string) =>
  lockOne(tx, 'a.id = (select article_id from claim where id = $1::uuid)', claimId)

/** As `openArticle`, the articles of many claims, by id. */
export async function openArticlesOfClaims(
  tx: Tx,
  claimIds: readonly string[],
): Promise<Map<string, Article>> {
  const where = 'a.id in (select article_id from claim where id = any($1::uuid[]))'
  return new Map((await lock(tx, where, claimIds)).map((article) => [article.id, article]))
}

export type OpenArticle = Awaited<ReturnType<typeof openArticle>>

/** The refusal of a write that is based on an older article or text, with the current article. */
export const lostArticle = async (tx: Tx, actor: Actor, id: string, key?: ErrorKey) =>
  conflict(await articleInTransaction(tx, actor, id), key)

/**
 * @param read the revision that the caller saw
 * @throws DomainError `conflict` with the current article when the text has a newer one
 */
export async function requireRevision(tx: Tx, actor: Actor, article: OpenArticle, read: number | undefined) {
  if (article.revision !== read) throw await lostArticle(tx, actor, article.id, 'textChanged')
}
