'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { AddWebhook } from '@/domain/webhook/schema'
import { addWebhookAction } from './actions'
import { WebhookFields } from './webhook-fields'

const NOTHING: AddWebhook = { url: '', events: [] }

/** Registers a webhook. The page shows its secret only once. */
export function RegisterForm() {
  const t = useTranslations('webhooks')
  const { run, busy, failure } = useAction(addWebhookAction)
  const issue = useIssue(failure)
  const [values, setValues] = useState(NOTHING)
  const [secret, setSecret] = useState<string | null>(null)
  const save = async () => {
    const result = await run(values)
    if (!result?.ok) return
    setSecret(result.value.secret)
    setValues(NOTHING)
  }
  return (
    <div className="grid gap-3">
      {secret && (
        <Banner tone="success" title={t('secretOnce')}>
          <code dir="ltr" className="break-all">
            {secret}
          </code>
          <p className="text-sm">{t('secretHint')}</p>
        </Banner>
      )}
      <EarlyForm
        className="grid gap-4 rounded border border-line bg-panel p-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FailureBanner failure={failure} fields={['url', 'events']} />
        <WebhookFields values={values} onChange={setValues} issue={issue} />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t('register')}
          </Button>
        </div>
      </EarlyForm>
    </div>
  )
}
