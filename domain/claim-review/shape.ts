import { z } from 'zod'
import { status } from '@/domain/claim/shape'
import { articleName } from '@/domain/shape'
import { REFUSALS, type ClaimReview } from './build'
import { PROBLEM_KEYS } from './problems'

const claimName = z.object({ id: z.uuid(), number: z.int(), quote: z.string(), status })

const refused = z.object({ claim: claimName, reasons: z.array(z.enum(REFUSALS)) })

const articleReviews = z.object({
  article: articleName.extend({ canonicalUrl: z.string().nullable() }),
  reviews: z.array(z.object({ claim: claimName, review: z.custom<ClaimReview>() })),
  refused: z.array(refused),
})
/** The claims of an article that yield a ClaimReview, and why the others do not. */
export type ArticleReviews = z.infer<typeof articleReviews>

/** The reviews alone, for programs. */
export const claimReviews = z
  .object({
    reviews: z.array(
      z
        .record(z.string(), z.unknown())
        .meta({ description: 'JSON-LD of type https://schema.org/ClaimReview.' }),
    ),
    refused: articleReviews.shape.refused,
  })
  .meta({ id: 'ClaimReviews' })

const problem = z.object({
  path: z.string().meta({ description: 'JSONPath (RFC 9535).' }),
  /** An error makes the review unusable; a warning makes it less informative. */
  severity: z.enum(['error', 'warning']),
  key: z.enum(PROBLEM_KEYS),
})

/** The script element of the page that the markup is in. */
const block = z
  .union([z.int(), z.null()])
  .meta({ description: 'Which JSON-LD script of a page, from 1; null for JSON alone.' })

/** @param more further fields of a problem, besides its path, severity and key */
export function checkedMarkupWith<More extends z.ZodRawShape>(more: More) {
  const told = problem.extend(more)
  const review = z.object({
    block,
    path: z.string(),
    claimReviewed: z.string().nullable(),
    /** Whether the review has no errors; it may have warnings. */
    valid: z.boolean(),
    problems: z.array(told),
  })
  return z.object({
    /** Whether there is a review and no error anywhere. */
    valid: z.boolean(),
    /** Problems of the markup as a whole. */
    problems: z.array(told.extend({ block })),
    reviews: z.array(review),
  })
}

const params = z.record(z.string(), z.union([z.string(), z.number()]))
export const checkedMarkup = checkedMarkupWith({ params })
export type CheckedMarkup = z.infer<typeof checkedMarkup>
export type CheckedReview = CheckedMarkup['reviews'][number]
export type Problem = CheckedReview['problems'][number]
