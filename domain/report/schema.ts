import { z } from 'zod'
import { requestKey, wellFormed } from '@/text/wellformed'
import { ARTICLE_STATES } from '@/domain/article/schema'
import { csvFields, separator } from '@/domain/export/csv-form'
import { CLAIM_STATUSES, eachStatus, STANCES } from '@/domain/claim/statuses'
import { SOURCE_KINDS } from '@/domain/source/schema'
import { BLOCK_KINDS, type Block, type Cell } from '@/text/blocks'
import { LOCALES } from '@/text/locale'
import { PARTS } from '@/text/reading'

export const REPORT_KINDS = ['final', 'interim'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]
export const REPORT_FORMATS = ['pdf', 'docx', 'html', 'xlsx', 'csv', 'json', 'jsonld'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** The name of this report format, so that a later format is never read as this one. */
export const CONTENT_SCHEMA = 'factdesk-report/1'

const span = z.strictObject({ start: z.int(), end: z.int() })

/** Everything that a stored block holds; a report with a field that is not named here could never be opened again. */
const block = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  level: z.int().optional(),
  cell: z
    .strictObject({
      row: z.int(),
      column: z.int(),
      rows: z.int().optional(),
      columns: z.int().optional(),
      head: z.literal(true).optional(),
    } satisfies Record<keyof Cell, z.ZodType>)
    .optional(),
  start: z.int(),
  end: z.int(),
} satisfies Record<keyof Block, z.ZodType>)
/** ISO 8601 in UTC with milliseconds. */
const time = z.iso.datetime()
/** A date without a time, YYYY-MM-DD. */
const day = z.string().nullable()
const names = z.array(z.string())

const sourceSchema = z.strictObject({
  kind: z.enum(SOURCE_KINDS),
  title: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  stance: z.enum(STANCES),
  primary: z.boolean(),
  excerpt: z.string(),
  locator: z.string(),
  published: day,
  accessed: day,
})

const claimSchema = z.strictObject({
  id: z.string(),
  number: z.int(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  anchor: z.enum(['anchored', 'changed', 'orphaned']),
  /**
   * The half-open span in the text of the revision; null for an orphan. Offsets in the headline, which is the article's
   * title, continue one unit after the end of the text. Reports from before headlines were checked name no part.
   */
  position: z.strictObject({ part: z.enum(PARTS).optional(), utf16: span, codePoints: span }).nullable(),
  status: z.enum(CLAIM_STATUSES),
  /** Null in reports without findings. */
  finding: z.string().nullable(),
  proposal: z.strictObject({ kind: z.string(), replacement: z.string(), reason: z.string() }).nullable(),
  /** Null also in reports without names. */
  reviewedBy: z.string().nullable(),
  reviewedAt: time.nullable(),
  signOff: z.strictObject({ by: z.string().nullable(), at: time }).nullable(),
  /** The names of the writers of each part. Reports without names do not have it, and neither do older reports. */
  writers: z.strictObject({ status: names, finding: names, sources: names, words: names }).optional(),
  signOffNeeded: z.boolean(),
  /**
   * The attribution of the claim, whose published name is `statement`; null for the newsroom's own sentences. `rating`
   * runs from 1, false, to 5, true.
   */
  statement: z
    .strictObject({
      speaker: z.string(),
      speakerKind: z.enum(['person', 'organization']),
      saidOn: day,
      saidAt: z.string().nullable(),
      rating: z.int().nullable(),
      ratingName: z.string(),
    })
    .nullable(),
  sources: z.array(sourceSchema),
})

const claimNumbers = z.array(z.int())

/** An obstacle to a final report, with the claims or the number of sentences concerned. */
const obstacleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no_claims') }),
  z.strictObject({ kind: z.literal('unreviewed'), claims: claimNumbers }),
  z.strictObject({ kind: z.literal('changed'), claims: claimNumbers }),
  z.strictObject({ kind: z.literal('orphaned'), claims: claimNumbers }),
  z.strictObject({ kind: z.literal('sign_off'), claims: claimNumbers }),
  z.strictObject({ kind: z.literal('open_sentences'), count: z.int() }),
])

/** What was checked in one revision of an article, as it is frozen, signed and printed. */
export const reportContentSchema = z.strictObject({
  schema: z.literal(CONTENT_SCHEMA),
  /** Year and number within it, 2026-0001; null until the report is issued. */
  number: z.string().nullable(),
  kind: z.enum(REPORT_KINDS),
  /** The language of the report's own words. */
  language: z.enum(LOCALES),
  /** Whether the report contains findings and names. */
  internal: z.boolean(),
  issuedAt: time,
  issuedBy: z.string().nullable(),
  newsroom: z.string(),
  /** The time zone of the times in the report, as an IANA name. */
  timeZone: z.string(),
  /** Where anybody may verify the report. */
  verifyUrl: z.string(),
  supersedes: z.strictObject({ number: z.string(), digest: z.string() }).nullable(),
  article: z.strictObject({
    id: z.string(),
    title: z.string(),
    byline: z.string(),
    dateline: z.string(),
    language: z.string(),
    desk: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    state: z.enum(ARTICLE_STATES),
  }),
  revision: z.strictObject({
    number: z.int(),
    createdAt: time,
    /** SHA-256 of the text in UTF-8, hex. */
    sha256: z.string(),
    /** In Unicode code points. */
    characters: z.int(),
    /** The text itself, in reports that were asked to hold it; paragraphs end in LF. Offsets of claims count in it. */
    text: z.string().optional(),
    /** The blocks of that text that are no paragraphs, such as headings, with half-open spans in UTF-16 units. */
    blocks: z.array(block).optional(),
  }),
  counts: z.strictObject(eachStatus(() => z.int())),
  /** The numbers of sentences of the revision: in total, with a claim, passed, and still open. */
  coverage: z.strictObject({ sentences: z.int(), claimed: z.int(), passed: z.int(), open: z.int() }),
  obstacles: z.array(obstacleSchema),
  claims: z.array(claimSchema),
})

export type ReportContent = z.output<typeof reportContentSchema>
export type ReportClaim = ReportContent['claims'][number]
export type ReportSource = ReportClaim['sources'][number]
export type Obstacle = ReportContent['obstacles'][number]

/**
 * The proof that a report was issued. `digest` is the SHA-256, hex, of its canonical JSON. `signature` is an Ed25519
 * signature, base64url, by the key `keyId`.
 */
export type Proof = { number: string; digest: string; keyId: string; signature: string }

/** The input of printers. A report without a proof is a preview. */
export type PrintableReport = { content: ReportContent; proof: Proof | null }

export const issueReportSchema = z.object({
  articleId: z.uuid('notAnId'),
  kind: z.enum(REPORT_KINDS),
  language: z.enum(LOCALES),
  internal: z.boolean('wrongType').default(false),
  /** Whether the article's text is in it, with its claims marked. */
  text: z.boolean('wrongType').optional(),
  requestKey,
})

/** The request has no parameters. */
export const rotateKeySchema = z.object({})

/** The number of a report, which names it in a list. */
export const reportNumber = z
  .string()
  .max(20)
  .regex(/^\d{4}-\d{4,}$/, 'cursorInvalid')

export const previewAddressSchema = z.object({
  language: z.enum(LOCALES).optional(),
  /** Whether findings and names are in it; they are unless the address says 0. */
  internal: z.enum(['0', '1']).optional(),
  /** Whether the marked text of the article is in it; only if the address says 1. */
  text: z.enum(['0', '1']).optional(),
  /** Of a CSV. */
  separator,
})

/** The form of a CSV. */
export const fileAddressSchema = z.object(csvFields)

/** In characters: enough for a digest with a space after each letter. */
export const TYPED_MAX = 200

/** Longer text is cut, because it cannot belong to a report. */
const typed = wellFormed(z.string().max(16_384))
  .transform((text) => text.slice(0, TYPED_MAX))
  .default('')
export const verifyAddressSchema = z.object({ number: typed, digest: typed })
