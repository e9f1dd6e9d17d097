'use client'

import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { changeWebhookAction, pingWebhookAction } from '../actions'

/** Buttons that test, disable or enable a webhook. */
export function WebhookButtons({ id, disabled }: { id: string; disabled: boolean }) {
  const t = useTranslations('webhooks')
  const toast = useToast()
  const trying = useAction(pingWebhookAction)
  const changing = useAction(changeWebhookAction)
  const test = () => void trying.run({ id }).then((result) => result?.ok && toast({ title: t('tested') }))
  const turn = () =>
    void changing
      .run({ id, disabled: !disabled })
      .then((result) => result?.ok && toast({ title: t(disabled ? 'wasEnabled' : 'wasDisabled') }))
  return (
    <div className="grid gap-3">
      <FailureBanner failure={trying.failure ?? changing.failure} />
      <div className="flex flex-wrap gap-2">
        {!disabled && (
          <Button variant="primary" busy={trying.busy} onClick={test}>
            {t('test')}
          </Button>
        )}
        <Button busy={changing.busy} onClick={turn}>
          {t(disabled ? 'enable' : 'disable')}
        </Button>
      </div>
    </div>
  )
}
