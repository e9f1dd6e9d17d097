import { z } from '@hono/zod-openapi'
import { createArticleSchema } from '@/domain/article/schema'
import { encodingSchema } from '@/domain/article/incoming/schema'
import { block } from '@/domain/article/shape'
import { inWords } from '@/importing/formats'
import { NOTICE_KINDS } from '@/importing/incoming'
import { ENCODINGS } from '@/text/encodings'
import { orNull } from '@/domain/shape'
import { createdArticle } from './article-shapes'

const notice = z
  .object({
    kind: z.enum(NOTICE_KINDS),
    as: z.enum(['kept', 'accepted', 'left_out']),
    count: z.int(),
    names: z.array(z.string()).optional(),
  })
  .openapi('ImportNotice')

const note = z
  .object({
    origin: z.enum(['comment', 'footnote', 'endnote']),
    author: z.string(),
    text: z.string(),
    links: z.array(z.string()),
    settled: z
      .literal(true)
      .optional()
      .openapi({ description: 'Its writers settled the comment; it becomes no claim by itself.' }),
    start: z.int().openapi({ description: 'In UTF-16 units from the beginning of the text.' }),
    end: z.int().openapi({ description: 'Half-open; equal to `start` when the note stands on no words.' }),
  })
  .openapi('ImportNote')

const leftOutPiece = block
  .omit({ start: true, end: true })
  .extend({
    text: z.string(),
    at: z.int().openapi({ description: 'The index in `blocks` of the block that it stands before.' }),
  })
  .openapi('ImportLeftOutPiece')

const found = { notices: z.array(notice), notes: z.array(note) }

export const importedArticle = createdArticle.extend(found).openapi('ImportedArticle')

export const importPreview = z
  .object({
    title: z.string(),
    byline: z.string(),
    dateline: z.string(),
    language: orNull(z.string()),
    canonicalUrl: orNull(z.string()),
    text: z.string(),
    blocks: z.array(block),
    encoding: orNull(z.object({ name: z.enum(ENCODINGS), guessed: z.boolean() })),
    leftOut: z.array(leftOutPiece).optional().openapi({
      description: 'For a web page: what stands around and between the text, and is no part of it.',
    }),
    ...found,
  })
  .openapi('ImportPreview')

const { title, language, desk, byline } = createArticleSchema.shape

const fields = {
  title,
  language,
  desk,
  byline,
  encoding: encodingSchema
    .optional()
    .openapi({ description: 'For plain text: in place of what is guessed.' }),
  notes: z
    .enum(['claims', 'none'])
    .default('claims')
    .openapi({ description: 'Whether comments and notes become claims on their words.' }),
}
const preview = { description: 'Only say what was read; save nothing.' }

/** The fields beside `file`. A form sends only strings. */
export const importFormFields = z
  .object({
    ...fields,
    preview: z.enum(['true', 'false']).default('false').openapi(preview),
  })
  .strict()
  .transform((form) => ({ ...form, preview: form.preview === 'true' }))

export const importForm = z
  .object({
    ...fields,
    preview: z.enum(['true', 'false']).default('false').openapi(preview),
    file: z.string().openapi({ format: 'binary', description: `${inWords()}, at most 20 MB.` }),
  })
  .openapi('ImportForm')

export const importAddress = z
  .object({
    ...fields,
    url: z.string('required').min(1, 'required').max(4096),
    preview: z.boolean('wrongType').default(false).openapi(preview),
  })
  .strict()
  .openapi('ImportAddress')
