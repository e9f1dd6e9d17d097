import { createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import { claimListParamsSchema, type ClaimListParams } from '@/domain/claim/list'
import { listClaims, type ClaimPage } from '@/domain/claim/queries'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma } from '@/prisma/client'
import { newId } from '@/services/ids'
import { unique } from './factories'

type Row = Omit<Prisma.ClaimCreateManyInput, 'id' | 'articleId' | 'number' | 'quote' | 'createdById'> & {
  number?: number
  quote?: string
}

/**
 * Writes an article with claims straight into the table, for code that only reads them; the claims have no anchors.
 * @returns the article's id, and the claims' ids in the order of `rows`, which is also the order of the ids
 */
export async function makeRows(
  actor: Actor,
  rows: Row[],
  { title, desk, language = 'en' }: { title?: string; desk?: string; language?: string } = {},
): Promise<{ articleId: string; ids: string[] }> {
  const mark = unique()
  const articleId = await createArticle(
    actor,
    createArticleSchema.parse({ title: title ?? `Rows ${mark}`, desk, language, text: `Nothing ${mark}.` }),
  )
  const ids = rows.map(() => newId())
  await db().claim.createMany({
    data: rows.map((row, index) => ({
      number: index + 1,
      quote: `Claim ${index + 1}`,
      ...row,
      id: ids[index] ?? newId(),
      articleId,
      createdById: actor.id,
    })),
  })
  return { articleId, ids }
}

/** Reads address parameters as the pages do. */
export const params = (written: Record<string, string>): ClaimListParams =>
  claimListParamsSchema.parse(written)

/** Every page from first to last, following the cursor of each page. */
export async function walkForward(
  actor: Actor,
  written: Record<string, string>,
  limit: () => number,
): Promise<ClaimPage[]> {
  const pages: ClaimPage[] = []
  for (let after: string | null = ''; after !== null && pages.length < 300;) {
    const page: ClaimPage = await listClaims(actor, params({ ...written, limit: String(limit()), after }))
    pages.push(page)
    after = page.next
  }
  return pages
}
