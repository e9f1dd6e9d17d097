import { z } from '@hono/zod-openapi'
import { anchor } from '@/domain/anchor/shape'
import { articleList } from '@/domain/article/list'
import { ARTICLE_STATES, createArticleSchema } from '@/domain/article/schema'
import { PRIORITIES } from '@/domain/claim/rules'
import { counts } from '@/domain/claim/shape'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { placeParam } from '@/domain/list/params'
import { moment, person } from '@/domain/shape'
import { limit } from './shapes'

const placedClaim = z
  .object({ id: z.uuid(), number: z.int(), quote: z.string(), status: z.enum(CLAIM_STATUSES), anchor })
  .openapi('PlacedClaim')

export const createdArticle = z
  .object({
    id: z.uuid(),
    title: z.string(),
    language: z.string(),
    revision: z.int(),
    claims: z.array(placedClaim),
  })
  .openapi('CreatedArticle')

const articleRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    byline: z.string(),
    language: z.string(),
    state: z.string(),
    desk: z.string().nullable(),
    deadline: moment.nullable(),
    updatedAt: moment,
    counts,
  })
  .openapi('ArticleRow')

export const articlePage = z
  .object({ items: z.array(articleRow), next: z.string().nullable() })
  .openapi('ArticlePage')

const block = z.object({
  kind: z.string(),
  level: z.int().optional(),
  start: z.int(),
  end: z.int(),
})

export const articleRecord = z
  .object({
    id: z.uuid(),
    title: z.string(),
    byline: z.string(),
    dateline: z.string(),
    language: z.string(),
    desk: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    deadline: moment.nullable(),
    state: z.enum(ARTICLE_STATES),
    version: z.int(),
    revision: z.int(),
    createdBy: person,
    createdAt: moment,
    updatedAt: moment,
    text: z.string(),
    sha256: z.string().openapi({ description: 'Of the text in UTF-8, hex.' }),
    blocks: z.array(block),
    counts,
    claims: z.array(placedClaim.extend({ priority: z.enum(PRIORITIES), version: z.int() })),
  })
  .openapi('Article')

/** `article` is the file name that review files carry; it says nothing about this article. */
export const newArticle = createArticleSchema
  .omit({ requestKey: true })
  .extend({ article: z.string().max(500).optional() })
  .strict()
  .transform(({ article: _fileName, ...input }) => input)

export const articleListQuery = z.object({ limit, after: placeParam(articleList).optional() })
