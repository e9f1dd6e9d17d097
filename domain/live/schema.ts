import { z } from 'zod'

/** What a stream is asked for. */
export const liveParamsSchema = z.object({
  article: z
    .uuid('notAnId')
    .optional()
    .meta({ description: 'Only changes of this article, and who is at its claims.' }),
  since: z.coerce
    .number('wrongType')
    .int('wrongType')
    .min(0, 'wrongType')
    .optional()
    .meta({ description: 'The moment of the last look, in milliseconds since 1970, by the desk’s clock.' }),
})
export type LiveParams = z.output<typeof liveParamsSchema>

/** In characters, of the name that a page gives itself. */
const PAGE_MAX = 40

/** Where somebody is. `claimNumber` is null for a page that shows no claim any more. */
export const presenceSchema = z.object({
  articleId: z.uuid('notAnId'),
  claimNumber: z
    .number('wrongType')
    .int('wrongType')
    .min(1, 'wrongType')
    .max(9_999_999, 'wrongType')
    .nullable()
    .meta({ description: 'The number of the claim; null for a page that shows no claim any more.' }),
  typing: z.boolean('wrongType').default(false),
  page: z
    .string('wrongType')
    .min(1, 'required')
    .max(PAGE_MAX, 'tooLong')
    .regex(/^[\w-]*$/, 'wrongType')
    .meta({
      description:
        'A name that the sender makes up for each open page, so that one leaves apart from another.',
    }),
})
export type Presence = z.output<typeof presenceSchema>

/** What a page sends that only wants to look again. */
export const nothingSchema = z.object({})
