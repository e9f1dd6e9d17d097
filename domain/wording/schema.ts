import { z } from 'zod'
import { CORRECTION_KINDS, NOTE_MAX } from '@/domain/correction/rules'
import { saying } from '@/domain/text/wellformed'

export const WORDING_LANGUAGES = ['en', 'ar'] as const
export type WordingLanguage = (typeof WORDING_LANGUAGES)[number]

export const changeWordingSchema = z.object({
  kind: z.enum(CORRECTION_KINDS),
  language: z.enum(WORDING_LANGUAGES),
  /** The version that was read; 0 for the desk's own wording. */
  version: z.number('required').int().min(0),
  text: saying(NOTE_MAX),
})
