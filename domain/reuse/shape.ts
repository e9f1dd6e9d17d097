import { z } from 'zod'

/** Why two statements appear to say the same, or to differ. */
export const reason = z.union([
  z.object({ kind: z.literal('words'), share: z.number() }),
  z.object({ kind: z.enum(['numbers', 'other_numbers', 'names']), values: z.array(z.string()) }),
])
