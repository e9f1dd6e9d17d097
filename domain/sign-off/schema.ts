import { z } from 'zod'

export const signOffSchema = z.object({
  id: z.uuid('notAnId'),
  /** The version that was read: what is signed off is what was seen. */
  version: z.number('required').int().positive(),
})
