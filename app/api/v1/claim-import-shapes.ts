import { z } from '@hono/zod-openapi'
import { IMPORT_BYTES_MAX, ROWS_MAX } from '@/domain/claim-import/schema'
import { importPreview, madeClaims, rowResult } from '@/domain/claim-import/shape'
import { JSON_NAME_MAX } from '@/text/json-bounds'
import { listOf } from '@/text/list'

const ROW = `A claim: quote (required), status, finding or rationale, prefix, suffix, start, priority, sources, correction;
or one source as sourceTitle, sourceUrl and stance. Other keys are ignored and named.`

/** The most members of one row: more than a claim has, since other programs add their own. */
const MEMBERS_MAX = 100

const row = z
  .record(z.string().max(JSON_NAME_MAX), z.unknown())
  .refine((given) => Object.keys(given).length <= MEMBERS_MAX, 'rowTooWide')
  .openapi({ description: ROW })

export const newClaimImport = z
  .object({
    rows: listOf(row, ROWS_MAX).min(1, 'listEmpty').optional(),
    csv: z.string('wrongType').max(IMPORT_BYTES_MAX, 'listTooLarge').optional().openapi({
      description: 'The list as CSV in place of rows, with headings; a report of the desk is one.',
    }),
    revision: z.int().positive().optional().openapi({
      description: 'The revision that was read; an older one than the newest is refused.',
    }),
    preview: z.boolean('wrongType').default(false).openapi({ description: 'Write nothing.' }),
    strict: z.boolean('wrongType').default(false).openapi({
      description: 'Refuse the whole list when one of its rows cannot become a claim.',
    }),
  })
  .strict()
  .refine((body) => (body.rows === undefined) !== (body.csv === undefined), {
    path: ['rows'],
    message: 'rowsOrCsv',
  })
  .openapi('NewClaimImport')

export const claimImportResult = importPreview
  .extend({
    rows: z.array(
      rowResult.extend({
        errors: z.array(z.object({ field: z.string(), key: z.string(), message: z.string() })),
      }),
    ),
    claims: madeClaims,
  })
  .openapi('ClaimImportResult')
