import { z } from 'zod'
import { CORRECTION_KINDS, NOTE_MAX } from '@/domain/correction/rules'
import { LOCALES } from '@/text/locale'
import { saying } from '@/text/wellformed'

export const changeWordingSchema = z.object({
  kind: z.enum(CORRECTION_KINDS),
  language: z.enum(LOCALES),
  /** The version that the sender saw; 0 for the built-in wording. */
  version: z.number('required').int().min(0),
  text: saying(NOTE_MAX),
})
