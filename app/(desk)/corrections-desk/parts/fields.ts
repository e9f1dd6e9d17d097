import type { CorrectionDetail } from '@/domain/correction/queries'

/** The names of those whose issues the form shows at the field itself. */
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

/** What is stored, and sent. */
type Written = Pick<CorrectionDetail, (typeof FIELD_NAMES)[number]>

/** What the form of a correction holds while it is typed. */
export type CorrectionFields = Omit<Written, 'replacement'> & { replacement: string; fix: Fix }

/** Replacing begins with the words as they are: to take them out is a decision of its own. */
export const withFix = ({ quote, replacement }: CorrectionFields, fix: Fix): Partial<CorrectionFields> => ({
  fix,
  ...(fix === 'fixReplace' && !replacement && { replacement: quote }),
})

/** What a form shows of what is stored. */
export function fieldsOf(stored: Written): CorrectionFields {
  const { kind, severity, foundBy, quote, wrong, right, note, explanation, asked, fixedElsewhere } = stored
  const fix = stored.replacement !== null ? 'fixReplace' : fixedElsewhere ? 'fixElsewhere' : 'fixNone'
  return {
    ...{ kind, severity, foundBy, quote, wrong, right, note, explanation, asked, fixedElsewhere },
    fix,
    replacement: stored.replacement ?? '',
  }
}

/** What is sent of what a form shows. */
export function writtenOf({ fix, ...fields }: CorrectionFields): Written {
  return {
    ...fields,
    replacement: fix === 'fixReplace' ? fields.replacement : null,
    fixedElsewhere: fix === 'fixElsewhere' ? fields.fixedElsewhere : '',
  }
}
