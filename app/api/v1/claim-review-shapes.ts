import { z } from '@hono/zod-openapi'
import { REFUSALS } from '@/domain/claim-review/build'
import { PROBLEM_KEYS } from '@/domain/claim-review/problems'
import { attributeClaimSchema } from '@/domain/attribution/schema'
import { validateMarkupSchema } from '@/domain/claim-review/schema'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'

export const newAttribution = attributeClaimSchema.omit({ id: true }).strict().openapi({
  description: 'The whole attribution; a speaker of null makes the claim the newsroom’s own sentence.',
})

export const pastedMarkup = validateMarkupSchema.strict()

const claimName = z.object({
  id: z.uuid(),
  number: z.int(),
  quote: z.string(),
  status: z.enum(CLAIM_STATUSES),
})

const claimReview = z
  .record(z.string(), z.unknown())
  .openapi({ description: 'JSON-LD of type https://schema.org/ClaimReview.' })

export const claimReviews = z
  .object({
    reviews: z.array(claimReview),
    refused: z.array(z.object({ claim: claimName, reasons: z.array(z.enum(REFUSALS)) })),
  })
  .openapi('ClaimReviews')

const problem = z.object({
  path: z.string().openapi({ description: 'JSONPath (RFC 9535).' }),
  severity: z.enum(['error', 'warning']),
  key: z.enum(PROBLEM_KEYS),
  message: z.string().openapi({ description: 'In the language that is asked for.' }),
})
const block = z
  .union([z.int(), z.null()])
  .openapi({ description: 'Which JSON-LD script of a page, from 1; null for JSON alone.' })

export const checkedMarkup = z
  .object({
    valid: z.boolean(),
    problems: z.array(problem.extend({ block })),
    reviews: z.array(
      z.object({
        block,
        path: z.string(),
        claimReviewed: z.string().nullable(),
        valid: z.boolean(),
        problems: z.array(problem),
      }),
    ),
  })
  .openapi('CheckedMarkup')
