'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { WebhookFields, type WebhookValues } from '../webhook-fields'

type Props = { id: string; stored: WebhookValues; change: Action<WebhookValues & { id: string }> }

/** Changes a webhook's address or its events. */
export function ChangeForm({ id, stored, change }: Props) {
  const t = useTranslations('webhooks')
  const toast = useToast()
  const { run, busy, failure } = useAction(change)
  const issue = useIssue(failure)
  const [values, setValues] = useState(stored)
  return (
    <EarlyForm
      className="grid gap-4 rounded border border-line bg-panel p-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run({ id, ...values }).then((result) => result?.ok && toast({ title: t('saved') }))
      }}
    >
      <FailureBanner failure={failure} fields={['url', 'events']} />
      <WebhookFields values={values} onChange={setValues} issue={issue} />
      <div>
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </EarlyForm>
  )
}
