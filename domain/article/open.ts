import 'server-only'
import { conflict, notFound, type ErrorKey } from '@/domain/errors'
import { lockArticle } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { articleInTransaction } from './queries'

/** Locks and loads an article until the transaction ends. @throws DomainError `not_found` */
export async function openArticle(tx: Tx, id: string) {
  if (!(await lockArticle(tx, id))) throw notFound()
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
