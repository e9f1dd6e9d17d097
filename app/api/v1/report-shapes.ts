import { z } from '@hono/zod-openapi'
import { issueReportSchema, REPORT_KINDS, reportPlace } from '@/domain/report/schema'
import { LOCALES } from '@/text/locale'
import { moment, orNull, person } from '@/domain/shape'
import { limit } from './shapes'

const number = z.string().openapi({ description: 'Year and number within it, such as 2026-0001.' })
const digest = z.string().openapi({ description: 'SHA-256 of its canonical JSON (RFC 8785), hex.' })
const kind = z.enum(REPORT_KINDS)
const language = z.enum(LOCALES)
const named = orNull(z.object({ id: z.uuid(), number }))

export const report = z
  .object({
    id: z.uuid(),
    number,
    kind,
    language,
    internal: z.boolean().openapi({ description: 'Whether findings and names are in it.' }),
    digest,
    issuedAt: moment,
    issuedBy: person,
    article: z.object({ id: z.uuid(), title: z.string(), language: z.string() }),
    supersedes: named,
    supersededBy: named,
  })
  .openapi('Report')

export const reportPage = z.object({
  items: z.array(report),
  next: z.string().nullable().openapi({ description: 'To be sent back as `after`.' }),
})

export const reportQuery = z.object({
  article: z.uuid('notAnId').optional(),
  after: reportPlace.optional(),
  limit,
})

export const newReport = issueReportSchema.omit({ articleId: true, requestKey: true }).openapi('NewReport')

export const issuedReport = z.object({ id: z.uuid(), number, digest }).openapi('IssuedReport')

const result = z.enum(['issued', 'superseded', 'altered', 'unknown'])

export const verification = z
  .object({
    result,
    report: orNull(
      z.object({
        number,
        digest,
        kind,
        language,
        issuedAt: moment,
        issuedBy: z.string().nullable(),
        newsroom: z.string(),
        title: z.string(),
        supersededBy: number.nullable(),
      }),
    ),
  })
  .openapi('Verification')

export const verifyForm = z.object({
  file: z.unknown().openapi({ type: 'string', format: 'binary', description: 'The report, at most 20 MB.' }),
})
