import { z } from '@hono/zod-openapi'
import { cursorParam } from '@/domain/list/params'
import { reportList } from '@/domain/report/list'
import { issueReportSchema, previewAddressSchema } from '@/domain/report/schema'
import { limit } from './shapes'

export const reportQuery = z.object({
  article: z.uuid('notAnId').optional(),
  after: cursorParam(reportList).optional(),
  limit,
})

/** `text=1` adds the marked text of the article; `separator` is that of a CSV. */
export const previewQuery = previewAddressSchema.pick({ text: true, separator: true })

/** By default, in the language of the request. */
export const lettersQuery = z.object({ language: issueReportSchema.shape.language.optional() })

export const withoutFont = z
  .object({ letters: z.array(z.string()).openapi({ description: 'Each once, as people count letters.' }) })
  .openapi('LettersWithoutFont')

export const newReport = issueReportSchema.omit({ articleId: true, requestKey: true }).openapi('NewReport')

export const verifyForm = z.object({
  file: z.unknown().openapi({ type: 'string', format: 'binary', description: 'The report, at most 20 MB.' }),
})
