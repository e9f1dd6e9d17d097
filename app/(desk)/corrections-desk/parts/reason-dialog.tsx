'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
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
export function ReasonDialog({ title, hint, label, action, busy, failure, onSubmit, onClose }: Props) {
  const tCommon = useTranslations('common')
  const issue = useIssue(failure)
  const [why, setWhy] = useState('')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={hint}
      closeLabel={tCommon('close')}
    >
      <EarlyForm
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(why)
        }}
      >
        <FailureBanner failure={failure} fields={['why']} />
        <Field label={label} error={issue('why')}>
          <Textarea dir="auto" required value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {action}
          </Button>
        </div>
      </EarlyForm>
    </Dialog>
  )
}
