'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { AddWebhook } from '@/domain/webhook/schema'
import { changeWebhookAction } from '../actions'
import { WebhookFields } from '../webhook-fields'

type Props = { id: string; stored: AddWebhook }

/** Changes a webhook's address or its events. */
export function ChangeForm({ id, stored }: Props) {
  const t = useTranslations('webhooks')
  const toast = useToast()
  const { run, busy, failure } = useAction(changeWebhookAction)
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
