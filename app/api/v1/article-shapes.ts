import { z } from '@hono/zod-openapi'
import { createArticleSchema } from '@/domain/article/schema'
import { placedClaim } from '@/domain/article/shape'

export const createdArticle = z
  .object({
    id: z.uuid(),
    title: z.string(),
    language: z.string(),
    revision: z.int(),
    claims: z.array(placedClaim),
  })
  .openapi('CreatedArticle')

/** `article` is the file name that review files carry; it says nothing about this article. */
export const newArticle = createArticleSchema
  .omit({ requestKey: true })
  .extend({ article: z.string().max(500).optional() })
  .strict()
  .transform(({ article: _fileName, ...input }) => input)
