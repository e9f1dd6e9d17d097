import { z } from 'zod'
import { CORRECTION_KINDS } from '@/domain/correction/rules'
import { LOCALES } from '@/text/locale'

export const wordingItem = z.object({
  kind: z.enum(CORRECTION_KINDS),
  language: z.enum(LOCALES),
  text: z.string(),
  /** 0 for the built-in wording. */
  version: z.int(),
  changedBy: z.string().nullable(),
})
export type WordingItem = z.infer<typeof wordingItem>
