import type { ComponentProps } from 'react'
import type { Textarea } from '@/components/ui/field'
import type { CorrectionFields } from './fields'

/** The props of each part of a correction's form. */
export type FieldsProps = {
  fields: CorrectionFields
  set: (change: Partial<CorrectionFields>) => void
  issue: (path: string) => string | undefined
}

/** The props of a multi-line field in the article's language. */
export type Area = (
  field: 'quote' | 'replacement' | 'wrong' | 'right' | 'note' | 'explanation' | 'asked',
) => ComponentProps<typeof Textarea>
