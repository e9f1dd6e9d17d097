import { z } from 'zod'
import { RIPPLE_STATES } from '@/domain/correction/rules'
import { correctedClaim, state } from '@/domain/correction/shape'
import { articleName, moment, orNull, person, type Read } from '@/domain/shape'
import { reason } from '@/domain/reuse/shape'

export const ripple = z
  .object({
    id: z.uuid(),
    quote: z.string(),
    score: z.number().meta({ description: 'From 0 to 1; falls with each difference.' }),
    reasons: z.array(reason),
    state: z.enum(RIPPLE_STATES),
    why: z.string(),
    decidedAt: moment.nullable(),
    article: articleName,
    claim: orNull(correctedClaim),
    made: orNull(z.object({ id: z.uuid(), number: z.int(), state })),
    decidedBy: orNull(person),
  })
  .meta({ id: 'Ripple' })
export type Ripple = Read<typeof ripple>
