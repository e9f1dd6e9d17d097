import { z } from '@hono/zod-openapi'
import { attributeClaimSchema } from '@/domain/attribution/schema'
import { validateMarkupSchema } from '@/domain/claim-review/schema'
import { checkedMarkupWith } from '@/domain/claim-review/shape'

export const newAttribution = attributeClaimSchema.omit({ id: true }).strict().openapi({
  description: 'The whole attribution; a speaker of null makes the claim the newsroom’s own sentence.',
})

export const pastedMarkup = validateMarkupSchema.strict()

export const checkedMarkup = checkedMarkupWith({
  message: z.string().openapi({ description: 'In the language that is asked for.' }),
}).openapi('CheckedMarkup')
