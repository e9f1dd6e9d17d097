import 'server-only'
import { conflict, notFound, type ErrorKey } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { articleInTransaction } from './queries'

/**
 * Locks the article's row until the transaction ends, and loads it. Writes to one article then follow one another: its
 * chain has one end, and no two writes deadlock. Call it before locking any other row of the article.
 * @throws DomainError `not_found`
 */
export async function openArticle(tx: Tx, id: string) {
  const locked = await tx.$queryRaw<unknown[]>`select 1 from article where id = ${id}::uuid for update`
  if (locked.length === 0) throw notFound()
  return tx.article.findUniqueOrThrow({ where: { id } })
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
