import { z } from 'zod'
import { status } from '@/domain/claim/shape'
import { CLAIM_PARTS } from './rules'
import { STANDINGS } from './together/rules'

export const SIGNED_OUTCOMES = ['changed', 'unchanged', 'refused', 'conflict'] as const

/** What became of one claim of many. */
export const togetherResult = z.object({
  id: z.uuid(),
  number: z.int().nullable().meta({ description: 'null for a claim that there is not.' }),
  outcome: z.enum(SIGNED_OUTCOMES),
  refusal: z.string().nullable().meta({ description: 'Names the broken rule, in every language.' }),
  version: z.int().nullable().meta({ description: 'The claim’s version now.' }),
})
export type TogetherResult = z.infer<typeof togetherResult>

/** The claims of an article that wait for a second person, as they stand to one reader. */
export const signOffBoard = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      quote: z.string(),
      status,
      digest: z.string().meta({ description: 'What a sign-off approves, as it is now.' }),
      standing: z.enum(STANDINGS),
      own: z.array(z.enum(CLAIM_PARTS)).meta({ description: 'The parts that the reader wrote.' }),
    }),
  ),
})
export type SignOffBoard = z.infer<typeof signOffBoard>
