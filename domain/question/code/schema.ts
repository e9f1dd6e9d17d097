import { z } from 'zod'
import { questionSecretSchema } from '@/domain/question/schema'
import { asciiDigits } from '@/text/digits'

export const sendCodeSchema = z.object({ secret: questionSecretSchema })

/** A code as people type it: in digits of any script, with white space between them. */
export const enterCodeSchema = sendCodeSchema.extend({
  code: z
    .string('required')
    .max(40)
    .transform((typed) => asciiDigits(typed).replace(/[\s\u200e\u200f\u2066-\u2069-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'codeWrong')),
})
