import 'server-only'
import { fieldsBefore } from '@/domain/claim/rules'
import type { Deed } from '@/domain/history/events'
import type { ArticleLine } from '@/domain/history/record'
import type { toldMerge } from '@/domain/merging/rules'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'

/**
 * Writes fields of an open article as its next version.
 * @param changes the fields that history records
 * @param columns the values of the article's row, where they differ from `changes`
 * @param told what history records besides
 * @returns the line of history, which the caller passes to `recordEvents` with the other lines of the same write
 */
export async function writeArticle(
  tx: Tx,
  actor: Actor,
  article: { id: string; version: number },
  changes: NonNullable<Deed<'article.changed'>['after']>,
  {
    columns = changes,
    told,
  }: { columns?: Prisma.ArticleUncheckedUpdateInput; told?: ReturnType<typeof toldMerge> } = {},
): Promise<ArticleLine> {
  const { id, version } = article
  await tx.article.update({ where: { id, version }, data: { ...columns, version: version + 1 } })
  return {
    actor,
    verb: 'article.changed',
    subjectId: id,
    before: fieldsBefore(article, changes),
    after: { ...changes, ...told },
  }
}
