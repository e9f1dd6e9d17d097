import { z } from 'zod'
import { STANCES } from '@/domain/claim/statuses'
import { isYearOfDesk } from '@/domain/calendar/years'
import { parseDay } from '@/text/digits'
import { sourceUrl } from '@/text/sources'
import { requestKey, visible, wellFormed } from '@/text/wellformed'

export const SOURCE_KINDS = ['link', 'document', 'interview'] as const

const text = (max: number) => wellFormed(z.string('wrongType').trim().max(max))

/** A web address in the spelling of `sourceUrl`; null when empty. */
export const url = z
  .string('wrongType')
  .max(2048)
  .nullish()
  .transform((value, ctx) => {
    if (value === undefined) return undefined
    if (value === null || value.trim() === '') return null
    const checked = sourceUrl(value)
    if (checked.ok) return checked.url
    ctx.addIssue({ code: 'custom', message: checked.code === 'scheme' ? 'urlScheme' : 'urlInvalid' })
    return null
  })

/** A date without a time, stored as it was given: YYYY-MM-DD. Its year is one that can be meant. */
export const day = z
  .string('wrongType')
  .max(40)
  .nullish()
  .transform((value, ctx) => {
    if (value === undefined) return undefined
    if (value === null || value.trim() === '') return null
    const parsed = parseDay(value.trim())
    if (parsed === null) ctx.addIssue({ code: 'custom', message: 'notADay' })
    else if (!isYearOfDesk(parsed)) ctx.addIssue({ code: 'custom', message: 'dayYear' })
    return parsed
  })

const fields = {
  kind: z.enum(SOURCE_KINDS).default('link'),
  title: text(500).pipe(visible),
  publisher: text(300).default(''),
  url,
  stance: z.enum(STANCES),
  primary: z.boolean('wrongType').default(false),
  excerpt: text(20_000).default(''),
  locator: text(300).default(''),
  published: day,
  accessed: day,
}

/** A new source, for a claim that is named elsewhere. */
export const newSourceSchema = z.object(fields)
export type NewSource = z.output<typeof newSourceSchema>

/** The address of a page that may become a source. */
export const readSourcePageSchema = z.object({
  url: wellFormed(z.string('required').min(1, 'required').max(2048)),
})

export const addSourceSchema = newSourceSchema.extend({
  claimId: z.uuid('notAnId'),
  requestKey,
})

export const changeSourceSchema = z.object({
  id: z.uuid('notAnId'),
  version: z.number().int().positive().optional(),
  kind: z.enum(SOURCE_KINDS).optional(),
  title: fields.title.optional(),
  publisher: text(300).optional(),
  url,
  stance: z.enum(STANCES).optional(),
  primary: z.boolean('wrongType').optional(),
  excerpt: text(20_000).optional(),
  locator: text(300).optional(),
  published: day,
  accessed: day,
})

export const sourceIdSchema = z.object({
  id: z.uuid('notAnId'),
  version: z.number().int().positive().optional(),
})
