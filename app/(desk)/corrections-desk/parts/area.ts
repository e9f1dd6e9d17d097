import type { ComponentProps } from 'react'
import type { Textarea } from '@/components/ui/field'
import type { CorrectionFields } from './fields'

/** What each part of a correction's form is given. */
export type FieldsProps = {
  fields: CorrectionFields
  set: (change: Partial<CorrectionFields>) => void
  issue: (path: string) => string | undefined
}

/** The props of a field of sentences, in the article's language. */
export type Area = (
  field: 'quote' | 'replacement' | 'wrong' | 'right' | 'note' | 'explanation' | 'asked',
) => ComponentProps<typeof Textarea>
