import { z } from 'zod'
import { anchor, anchorCounts, anchorState } from '@/domain/anchor/shape'
import { counts, priority, status } from '@/domain/claim/shape'
import { moment, pageShape, person, type Read } from '@/domain/shape'
import { ARTICLE_STATES } from './schema'

/** A claim with its anchor in the newest text. */
export const placedClaim = z
  .object({ id: z.uuid(), number: z.int(), quote: z.string(), status, anchor })
  .meta({ id: 'PlacedClaim' })

export const claimMark = z.object({
  id: z.uuid(),
  number: z.int(),
  status,
  quote: z.string(),
  version: z.int(),
  start: z.int(),
  end: z.int(),
  state: anchorState,
})
/** A claim as the text marks it. */
export type ClaimMark = z.infer<typeof claimMark>

export const block = z.object({
  kind: z.string(),
  level: z.int().optional(),
  cell: z
    .object({
      row: z.int(),
      column: z.int(),
      rows: z.int().optional(),
      columns: z.int().optional(),
      head: z.literal(true).optional(),
    })
    .optional()
    .meta({
      description:
        'Where the words stand in a table, counted from 0; how many rows and columns their cell goes over, if more than one; whether it names its row or column.',
    }),
  start: z.int(),
  end: z.int(),
})

export const textLink = z
  .object({ url: z.string(), start: z.int(), end: z.int() })
  .meta({ id: 'TextLink', description: 'A link of the text on its words; half-open, in UTF-16 units.' })

export const article = z
  .object({
    id: z.uuid(),
    title: z.string(),
    byline: z.string(),
    dateline: z.string(),
    language: z.string(),
    desk: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    deadline: moment.nullable(),
    confidential: z.boolean().meta({
      description: 'Whether a question about it opens only with a code sent by mail.',
    }),
    state: z.enum(ARTICLE_STATES),
    version: z.int(),
    revision: z.int(),
    createdBy: person,
    createdAt: moment,
    updatedAt: moment,
    text: z.string(),
    headlineStart: z.int().meta({
      description:
        'The offset at which the title begins for places in it. It lies behind the text, so that no place in the title is one in the text.',
    }),
    sha256: z.string().meta({ description: 'Of the text in UTF-8, hex.' }),
    blocks: z.array(block),
    links: z.array(textLink),
    counts,
    anchors: anchorCounts,
    claims: z.array(z.intersection(placedClaim, z.object({ priority, version: z.int() }))),
  })
  .meta({ id: 'Article' })
export type Article = Read<typeof article>

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
    revision: z.int(),
    counts,
    anchors: anchorCounts,
  })
  .meta({ id: 'ArticleRow' })
export type ArticleRow = Read<typeof articleRow>

export const articlePage = pageShape(articleRow).meta({ id: 'ArticlePage' })
