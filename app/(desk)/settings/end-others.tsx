'use client'

import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { endOtherSessionsAction } from './actions'

/** Signs the reader out in every other browser. */
export function EndOthers() {
  const t = useTranslations('settings')
  const toast = useToast()
  const { run, busy, failure } = useAction(endOtherSessionsAction)
  return (
    <div className="grid justify-items-start gap-3">
      <FailureBanner failure={failure} />
      <Button
        busy={busy}
        onClick={() =>
          void run({}).then(
            (result) => result?.ok && toast({ title: t('othersEnded', { count: result.value }) }),
          )
        }
      >
        {t('endOthers')}
      </Button>
    </div>
  )
}
