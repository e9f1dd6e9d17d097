import { z } from 'zod'
import { QUOTE_MAX } from '@/domain/claim/rules'
import { canonicalText } from '@/text/canonical'
import { requestKey, saying, wellFormed } from '@/text/wellformed'
import { CORRECTION_KINDS, FOUND_BY, NOTE_MAX, REASON_MAX, SEVERITIES, WORDS_MAX } from './rules'

const id = z.uuid('notAnId')
const version = z.number('required').int().positive()
const words = wellFormed(z.string('wrongType').max(WORDS_MAX))
const why = saying(REASON_MAX)

/** The editable fields of a correction. `quote` holds words of the article, `replacement` the words to put there. */
const fields = {
  kind: z.enum(CORRECTION_KINDS),
  severity: z.enum(SEVERITIES),
  foundBy: z.enum(FOUND_BY),
  quote: wellFormed(z.string('wrongType').max(QUOTE_MAX)),
  replacement: wellFormed(
    z
      .string('wrongType')
      .max(QUOTE_MAX)
      .regex(/^[^\r\n]*$/, 'replacementLines'),
  )
    .transform(canonicalText)
    .nullable(),
  wrong: words,
  right: words,
  note: wellFormed(z.string('wrongType').max(NOTE_MAX)),
  explanation: words,
  asked: words,
  fixedElsewhere: wellFormed(z.string('wrongType').max(REASON_MAX)),
}

const changeable = z.object(fields).partial()

export const startCorrectionSchema = changeable.extend({
  articleId: id,
  claimId: id.optional(),
  kind: fields.kind,
  severity: fields.severity,
  correctionRequestId: id.optional(),
  rippleOfId: id.optional(),
  requestKey,
})
export type StartCorrection = z.output<typeof startCorrectionSchema>

/** Only the given fields change. */
export const changeCorrectionSchema = changeable.extend({ id, version })
export type ChangeCorrection = z.output<typeof changeCorrectionSchema>

export const correctionStepSchema = z.object({ id, version })
export type CorrectionVersion = z.output<typeof correctionStepSchema>
export const rejectCorrectionSchema = z.object({ id, version, why })
export const assignOwnerSchema = z.object({ id, version, ownerId: id.nullable() })

/** Everything that a program may change at once; `why` belongs to a rejection. */
export const updateCorrectionSchema = changeCorrectionSchema.extend({
  ownerId: id.nullable().optional(),
  state: z.enum(['acknowledged', 'approved', 'rejected']).optional(),
  why: why.optional(),
})
export type UpdateCorrection = z.output<typeof updateCorrectionSchema>

/** A change of a published correction; `substantive` means that readers are notified of it. */
export const amendCorrectionSchema = z
  .object({ kind: fields.kind, wrong: words, right: words, note: fields.note, explanation: words })
  .partial()
  .extend({ id, version, reason: why, substantive: z.boolean('required') })
export type AmendCorrection = z.output<typeof amendCorrectionSchema>

export const closeCorrectionRequestSchema = z.object({ id, why })

/** What a new correction is begun from: a correction request, a claim or an article alone. */
export const newCorrectionAddressSchema = z.object({
  article: id.optional(),
  claim: id.optional(),
  request: id.optional(),
})
