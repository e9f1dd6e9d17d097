'use client'

import { useState } from 'react'
import { useIssue, type Failure } from '@/components/form/failure'
import { FormDialog } from '@/components/form/form-dialog'
import { Field, Textarea } from '@/components/ui/field'

type Props = {
  title: string
  hint?: string
  label: string
  action: string
  busy: boolean
  failure: Failure | null
  onSubmit: (why: string) => void
  onClose: () => void
}

/** Asks for the reason before a decision takes effect. */
export function ReasonDialog({ label, onSubmit, ...dialog }: Props) {
  const issue = useIssue(dialog.failure)
  const [why, setWhy] = useState('')
  return (
    <FormDialog {...dialog} fields={['why']} onSubmit={() => onSubmit(why)}>
      <Field label={label} error={issue('why')}>
        <Textarea dir="auto" required value={why} onChange={(event) => setWhy(event.target.value)} />
      </Field>
    </FormDialog>
  )
}
