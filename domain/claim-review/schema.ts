import { z } from 'zod'
import { recordNumber } from '@/domain/list/schema'
import { url } from '@/domain/source/schema'

/** The longest pasted markup, in bytes of UTF-8. */
export const MARKUP_MAX = 500_000

const encoder = new TextEncoder()

export const validateMarkupSchema = z.object({
  /** JSON-LD, or a page that contains JSON-LD. */
  markup: z
    .string('required')
    .max(MARKUP_MAX, { error: 'markupTooLarge', abort: true })
    .refine((markup) => encoder.encode(markup).length <= MARKUP_MAX, {
      message: 'markupTooLarge',
      abort: true,
    })
    .refine((markup) => markup.trim() !== '', 'required'),
  /** The address of the page with the markup. */
  page: url,
})

/** The address of the page with the markup, in the form that checks it. */
export const markupAddressSchema = validateMarkupSchema.pick({ page: true })

/** All ClaimReviews of an article, or that of one claim by its number. */
export const reviewsAddressSchema = z.object({ claim: recordNumber.optional() })
