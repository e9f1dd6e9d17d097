import { z } from 'zod'
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
