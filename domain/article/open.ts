import 'server-only'
import { conflict, notFound } from '@/domain/errors'
import { lockArticle } from '@/domain/history/record'
import type { Tx } from '@/prisma/client'

/** Locks and loads an article until the transaction ends. @throws DomainError `not_found` */
export async function openArticle(tx: Tx, id: string) {
  if (!(await lockArticle(tx, id))) throw notFound()
  return tx.article.findUniqueOrThrow({ where: { id } })
}

export type OpenArticle = Awaited<ReturnType<typeof openArticle>>

/** @throws DomainError `conflict` when the text has a newer revision than `read`, the one the caller saw */
export function requireRevision(article: OpenArticle, read: number) {
  if (article.revision !== read) throw conflict(undefined, 'textChanged')
}
