import { z } from 'zod'
import { ENCODINGS } from '@/text/encodings'
import { wellFormed } from '@/text/wellformed'

export const encodingSchema = z.enum(ENCODINGS)

export const readFileSchema = z.object({
  file: z.instanceof(File, { error: 'required' }),
  /** The encoding that the reader chose for a plain text file. */
  encoding: encodingSchema.optional(),
})

export const readAddressSchema = z.object({
  url: wellFormed(z.string('required').min(1, 'required').max(4096)),
  encoding: encodingSchema.optional(),
})

/** In characters. It fits the longest text that may be stored, with the markup that word processors add. */
const PASTE_MAX = 4_000_000

export const readPasteSchema = z.object({ html: z.string('required').max(PASTE_MAX, 'textTooLong') })
