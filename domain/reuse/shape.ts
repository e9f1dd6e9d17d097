import { z } from 'zod'
import { status } from '@/domain/claim/shape'
import { articleName, moment, orNull, type Read } from '@/domain/shape'
import { DIFFERENCE_KINDS } from '@/text/likeness/differences'

/** Why two statements seem to say the same, or to differ. */
export const reason = z.union([
  z.object({ kind: z.literal('words'), share: z.number() }),
  z.object({ kind: z.enum(['numbers', 'other_numbers', 'names']), values: z.array(z.string()) }),
])

/** A difference of two statements, in the words of each. */
export const difference = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  here: z.string().meta({ description: 'As the claim has it; empty where it has nothing of the kind.' }),
  there: z.string().meta({ description: 'As the other has it; empty where it has nothing of the kind.' }),
})

/** A claim or a sentence of any article that may say the same. */
const similarPassage = z.object({
  kind: z.enum(['claim', 'sentence']),
  id: z.uuid(),
  article: articleName,
  number: z.int().meta({ description: 'The claim’s number, or the sentence’s position.' }),
  quote: z.string(),
  context: z.string().meta({
    description: 'The sentences that a claim was judged in, or the sentence itself.',
  }),
  version: orNull(z.int()).meta({ description: 'Of a claim.' }),
  status: orNull(status),
  score: z.number().meta({
    description: 'From 0 to 1. From 0.45 on, both say the same and no difference is told.',
  }),
  isSame: z.boolean().meta({
    description: 'Whether the words say that both are one statement, whatever differs; else it is only near.',
  }),
  reasons: z.array(reason),
  differences: z.array(difference),
})

export type SimilarPassage = z.infer<typeof similarPassage>

export const similarPassages = z
  .object({
    context: z.string().meta({
      description: 'The sentences that the claim’s words stand in; empty when they are gone.',
    }),
    items: z.array(similarPassage),
  })
  .meta({ id: 'SimilarPassages' })
export type SimilarPassages = z.infer<typeof similarPassages>

/** What the desk found out about a passage. */
const checked = z.object({
  finding: z.string().meta({
    description: 'The beginning of the claim’s finding; empty without one.',
  }),
  reviewedAt: moment.nullable(),
})
export type Checked = Read<typeof checked>

export const similarToText = z
  .object({
    context: z.string().meta({ description: 'What of the text was looked for.' }),
    language: z.string().meta({
      description: 'As given, else as the words of the text tell; `und` where they do not.',
    }),
    items: z.array(similarPassage.extend(checked.shape)),
  })
  .meta({ id: 'SimilarToText' })
export type SimilarToText = Read<typeof similarToText>
