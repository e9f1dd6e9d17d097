'use client'

import { useLocale, useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { localeOf } from '@/text/locale'
import { testMailAction } from './actions'

/** Sends the reader a mail, to see whether the server takes it. */
export function TestMail() {
  const t = useTranslations('mail')
  const toast = useToast()
  const language = localeOf(useLocale())
  const { run, busy, failure } = useAction(testMailAction)
  const test = async () => {
    const result = await run({ language })
    if (result?.ok) toast({ title: t('tested') })
  }
  return (
    <div className="grid gap-3">
      <FailureBanner failure={failure} />
      <div>
        <Button busy={busy} onClick={() => void test()}>
          {t('test')}
        </Button>
      </div>
    </div>
  )
}
