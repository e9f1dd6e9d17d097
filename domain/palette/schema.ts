import { z } from 'zod'
import { wellFormed } from '@/text/wellformed'

/** The most characters that are looked for. */
export const TYPED_MAX = 200

/** What somebody typed to go somewhere. Claims of the named article come first. */
export const paletteParamsSchema = z.object({
  q: wellFormed(z.string().max(TYPED_MAX)).optional(),
  article: z.uuid('notAnId').optional(),
})
