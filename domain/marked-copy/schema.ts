import { z } from 'zod'
import { LOCALES } from '@/text/locale'

export const COPY_FORMATS = ['docx'] as const
export type CopyFormat = (typeof COPY_FORMATS)[number]

export const isCopyFormat = (value: string): value is CopyFormat =>
  (COPY_FORMATS as readonly string[]).includes(value)

/** The language of the desk's own words in a copy. Without one it is the article's, when the desk speaks it. */
export const copyAddressSchema = z.object({ language: z.enum(LOCALES).optional() })
