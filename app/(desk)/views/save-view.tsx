'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Input } from '@/components/ui/field'
import type { ViewedList } from '@/domain/view/lists'
import { saveViewAction } from './actions'

type Props = { list: ViewedList; query: string; mayShare: boolean; onSaved: (name: string) => Promise<void> }

/** Saves the filters, order and columns of the page under a name. */
export function SaveView({ list, query, mayShare, onSaved }: Props) {
  const t = useTranslations('views')
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const { run, busy, failure } = useAction(saveViewAction)
  const issue = useIssue(failure)
  const save = async () => {
    const answer = await run({ list, name, query, shared })
    if (!answer?.ok) return
    setName('')
    setShared(false)
    await onSaved(name)
  }
  return (
    <EarlyForm
      className="view-save"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FailureBanner failure={failure} fields={['name']} />
      <Field label={t('name')} hint={t('hint')} error={issue('name')}>
        <Input value={name} maxLength={80} dir="auto" onChange={(event) => setName(event.target.value)} />
      </Field>
      {mayShare && (
        <Checkbox label={t('share')} checked={shared} onChange={(event) => setShared(event.target.checked)} />
      )}
      <Button type="submit" variant="primary" busy={busy}>
        {t('save')}
      </Button>
    </EarlyForm>
  )
}
