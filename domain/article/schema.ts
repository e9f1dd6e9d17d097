import { z } from 'zod'
import { newClaimSchema } from '@/domain/claim/schema'
import { linksSchema } from '@/domain/revision/links/schema'
import { BLOCK_KINDS } from '@/text/blocks'
import { TEXT_BOUNDS } from '@/text/bounds'
import { languageTag } from '@/text/direction'
import { listOf } from '@/text/list'
import { moment } from '@/text/moment'
import { sourceUrl } from '@/text/sources'
import { requestKey, visible, wellFormed } from '@/text/wellformed'
import { BYLINE_MAX, DATELINE_MAX, TITLE_MAX, URL_MAX } from './rules'

export const ARTICLE_STATES = ['draft', 'checking', 'cleared', 'published', 'archived'] as const

const line = (max: number) => wellFormed(z.string('wrongType').trim().max(max))

/** In characters: about ten times the longest tag in use. */
const LANGUAGE_MAX = 255

export const language = z
  .string('required')
  .max(LANGUAGE_MAX)
  .transform((value, ctx) => {
    const tag = languageTag(value.trim())
    if (tag === null) ctx.addIssue({ code: 'custom', message: 'notALanguage' })
    return tag ?? ''
  })

const address = z
  .string('wrongType')
  .max(URL_MAX)
  .transform((value, ctx) => {
    const checked = value.trim() === '' ? null : sourceUrl(value)
    if (checked && !checked.ok)
      ctx.addIssue({ code: 'custom', message: checked.code === 'scheme' ? 'urlScheme' : 'urlInvalid' })
    return checked?.ok ? checked.url : null
  })

/** The most claims that one text may bring. */
export const CLAIMS_MAX = 2_000

/** Text or Markdown. A body longer than any text may be is refused before it is parsed. */
export const body = wellFormed(z.string('wrongType').max(TEXT_BOUNDS.units, 'textTooLong'))

const cellIndex = z.number().int().min(0).max(TEXT_BOUNDS.blocks)
const cellSpan = z.number().int().min(1).max(TEXT_BOUNDS.blocks)

/** Paragraphs, headings and the like within their text, in order and without overlap. */
export const blocksSchema = listOf(
  z.object({
    kind: z.enum(BLOCK_KINDS),
    level: z.number().int().min(1).max(6).optional(),
    cell: z
      .object({
        row: cellIndex,
        column: cellIndex,
        rows: cellSpan.optional(),
        columns: cellSpan.optional(),
        head: z.literal(true).optional(),
      })
      .optional(),
    start: z.number().int().min(0),
    end: z.number().int().positive(),
  }),
  TEXT_BOUNDS.blocks,
  { tooMany: 'textTooManyBlocks' },
).refine(
  (blocks) =>
    blocks.every((block, index) => block.end > block.start && block.start >= (blocks[index - 1]?.end ?? 0)),
  'blocksWrong',
)

/** Fields given here take precedence over the front matter of the Markdown. */
export const createArticleSchema = z.object({
  title: line(TITLE_MAX).optional(),
  byline: line(BYLINE_MAX).optional(),
  dateline: line(DATELINE_MAX).optional(),
  language: language.optional(),
  text: body.optional(),
  markdown: body.optional(),
  /** Where the paragraphs of `text` are, if the sender knows; otherwise blank lines separate them. */
  blocks: blocksSchema.optional(),
  /** The links of `text`, on their words. Of any other body none is kept. */
  links: linksSchema.optional(),
  desk: line(80).optional(),
  canonicalUrl: address.nullish(),
  deadline: moment.nullish(),
  claims: listOf(newClaimSchema, CLAIMS_MAX).default([]),
  requestKey,
})
export type CreateArticle = z.output<typeof createArticleSchema>

const title = line(TITLE_MAX).pipe(visible)
/** Whether words can be an article's title as they are. */
export const isTitle = (words: string) => {
  const read = title.safeParse(words)
  return read.success && read.data === words
}

export const changeArticleSchema = z.object({
  id: z.uuid('notAnId'),
  version: z.number('required').int().positive(),
  title: title.optional(),
  byline: line(BYLINE_MAX).optional(),
  dateline: line(DATELINE_MAX).optional(),
  language: language.optional(),
  desk: line(80).optional(),
  canonicalUrl: address.nullish(),
  deadline: moment.nullish(),
  confidential: z
    .boolean('wrongType')
    .optional()
    .meta({ description: 'Whether a question about it opens only with a code sent by mail.' }),
  state: z.enum(ARTICLE_STATES).optional(),
  despiteOpenClaims: z
    .boolean('wrongType')
    .optional()
    .meta({ description: 'Whether to publish although claims are unreviewed or disputed.' }),
})
