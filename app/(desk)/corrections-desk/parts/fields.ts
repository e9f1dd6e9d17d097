import type { CorrectionDetail } from '@/domain/correction/shape'

/** The fields that show their own errors. */
export const FIELD_NAMES = [
  'kind',
  'severity',
  'foundBy',
  'quote',
  'replacement',
  'fixedElsewhere',
  'wrong',
  'right',
  'note',
  'explanation',
  'asked',
] as const satisfies (keyof CorrectionDetail)[]

export const FIXES = ['fixReplace', 'fixElsewhere', 'fixNone'] as const
export type Fix = (typeof FIXES)[number]

/** The stored fields, which are also sent. */
type Written = Pick<CorrectionDetail, (typeof FIELD_NAMES)[number]>

/** The values of a correction's form while a person types. */
export type CorrectionFields = Omit<Written, 'replacement'> & { replacement: string; fix: Fix }

/** The replacement starts as a copy of the quote, so deleting the words takes a deliberate edit. */
export const withFix = ({ quote, replacement }: CorrectionFields, fix: Fix): Partial<CorrectionFields> => ({
  fix,
  ...(fix === 'fixReplace' && !replacement && { replacement: quote }),
})

/** Converts a stored correction to the values of its form. */
export function fieldsOf(stored: Written): CorrectionFields {
  const { kind, severity, foundBy, quote, wrong, right, note, explanation, asked, fixedElsewhere } = stored
  const fix = stored.replacement !== null ? 'fixReplace' : fixedElsewhere ? 'fixElsewhere' : 'fixNone'
  return {
    ...{ kind, severity, foundBy, quote, wrong, right, note, explanation, asked, fixedElsewhere },
    fix,
    replacement: stored.replacement ?? '',
  }
}

/** Converts the values of the form to the input of a save. */
export function writtenOf({ fix, ...fields }: CorrectionFields): Written {
  return {
    ...fields,
    replacement: fix === 'fixReplace' ? fields.replacement : null,
    fixedElsewhere: fix === 'fixElsewhere' ? fields.fixedElsewhere : '',
  }
}
