import { z } from '@hono/zod-openapi'
import { createArticleSchema } from '@/domain/article/schema'
import { encodingSchema } from '@/domain/article/incoming/schema'
import { block, textLink } from '@/domain/article/shape'
import { inWords } from '@/importing/formats'
import { NOTICE_KINDS } from '@/importing/incoming'
import { ENCODINGS } from '@/text/encodings'
import { listOf } from '@/text/list'
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
    id: z.string().openapi({ description: 'Names the piece in `takeBack`.' }),
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
    links: z.array(textLink),
    encoding: orNull(z.object({ name: z.enum(ENCODINGS), guessed: z.boolean() })),
    allKept: z.literal(true).optional().openapi({
      description:
        'Every letter and figure of the source was found again, by a count apart from the reading.',
    }),
    leftOut: z.array(leftOutPiece).optional().openapi({
      description:
        'For a web page: what stands around and between the text, and is no part of it. `takeBack` takes pieces of it into the text.',
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
    .openapi({ description: 'Of a text or a page: in place of what it declares or what is guessed.' }),
  notes: z
    .enum(['claims', 'none'])
    .default('claims')
    .openapi({ description: 'Whether comments and notes become claims on their words.' }),
}
const preview = { description: 'Only say what was read; save nothing.' }

/** As many as a preview lists. */
const PIECES_MAX = 500
const pieceId = z
  .string('wrongType')
  .max(40)
  .regex(/^[0-9a-f]{12}$/, 'wrongFormat')
const takeBack = {
  description:
    'Of a web page: the ids of the pieces in `leftOut` that belong to the text. One that the page does not have is refused, so that a page which has changed since its preview is not taken in unseen.',
}
const pieces = listOf(pieceId, PIECES_MAX)
const inLetters = z.string().max(20_000).default('')

/** The fields beside `file`. A form sends only strings. */
export const importFormFields = z
  .object({
    ...fields,
    takeBack: inLetters.transform((ids) => ids.split(',').flatMap((id) => id.trim() || [])).pipe(pieces),
    preview: z.enum(['true', 'false']).default('false').openapi(preview),
  })
  .strict()
  .transform((form) => ({ ...form, preview: form.preview === 'true' }))

export const importForm = z
  .object({
    ...fields,
    takeBack: inLetters.openapi({ description: `${takeBack.description} With commas between them.` }),
    preview: z.enum(['true', 'false']).default('false').openapi(preview),
    file: z.string().openapi({ format: 'binary', description: `${inWords()}, at most 20 MB.` }),
  })
  .openapi('ImportForm')

export const importAddress = z
  .object({
    ...fields,
    url: z.string('required').min(1, 'required').max(4096),
    takeBack: pieces.default([]).openapi(takeBack),
    preview: z.boolean('wrongType').default(false).openapi(preview),
  })
  .strict()
  .openapi('ImportAddress')
