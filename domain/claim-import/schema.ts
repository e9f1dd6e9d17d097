import { z } from 'zod'
import { requestKey, wellFormed } from '@/text/wellformed'
import { QUOTE_MAX } from '@/domain/claim/rules'
import type { NewClaim } from '@/domain/claim/schema'
import type { Issue } from '@/domain/errors'
import { listOf } from '@/text/list'

export const ROWS_MAX = 2_000
/** In bytes of UTF-8. */
export const IMPORT_BYTES_MAX = 5_000_000

/** A row of a list of claims. `row` is its number as people see it in the list. */
export type ImportRow =
  { row: number; claim: NewClaim; issues?: undefined } | { row: number; quote: string; issues: Issue[] }

export type ClaimImport = {
  rows: ImportRow[]
  /** Headings of columns that the desk does not know. */
  ignored: string[]
}

const list = z
  .string('required')
  .max(IMPORT_BYTES_MAX, 'listTooLarge')
  .refine((text) => text.trim() !== '', 'listEmpty')

const target = { articleId: z.uuid('notAnId'), list }

export const claimImportPreviewSchema = z.object(target)

export const chosenRowSchema = z.object({
  row: z.number().int().positive(),
  /** The start of the chosen copy, when the words occur several times. */
  start: z.number().int().min(0).optional(),
  /** The suggested words that the reader took, at `start`, for a quote that is not in the text. */
  quote: wellFormed(z.string().min(1).max(QUOTE_MAX)).optional(),
  /** Imports the claim without its verdict, which breaks a rule. */
  asUnreviewed: z.boolean().optional(),
})
export type ChosenRow = z.output<typeof chosenRowSchema>

export const importClaimsSchema = z.object({
  ...target,
  /** The number of the revision that the sender saw. */
  revision: z.number().int().positive(),
  chosen: listOf(chosenRowSchema, ROWS_MAX).min(1, 'required'),
  requestKey,
})

export const claimImportFileSchema = z.object({
  bytes: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length <= IMPORT_BYTES_MAX, 'listTooLarge')
    .refine((bytes) => bytes.length > 0, 'listEmpty'),
})
