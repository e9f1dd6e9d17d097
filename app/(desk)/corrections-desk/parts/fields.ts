import type { CorrectionKind, FoundBy, Severity } from '@/domain/correction/rules'

export const FIXES = ['fixReplace', 'fixElsewhere', 'fixNone'] as const
export type Fix = (typeof FIXES)[number]

/** What the form of a correction holds while it is typed. */
export type CorrectionFields = {
  kind: CorrectionKind
  severity: Severity
  foundBy: FoundBy
  quote: string
  fix: Fix
  replacement: string
  fixedElsewhere: string
  wrong: string
  right: string
  note: string
  explanation: string
  asked: string
}

/** Replacing begins with the words as they are: to take them out is a decision of its own. */
export const withFix = ({ quote, replacement }: CorrectionFields, fix: Fix): Partial<CorrectionFields> => ({
  fix,
  ...(fix === 'fixReplace' && !replacement && { replacement: quote }),
})

type Written = Omit<CorrectionFields, 'fix' | 'replacement'> & { replacement: string | null }

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
] as const satisfies (keyof CorrectionFields)[]
