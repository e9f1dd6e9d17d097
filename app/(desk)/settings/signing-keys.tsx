'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useToast } from '@/components/ui/toast'
import { rotateKeyAction } from './actions'

type Props = {
  /** The current signing key comes first. */
  keys: { id: string; line: string }[]
}

/** The signing keys of this installation, and the button that replaces the current one. */
export function SigningKeys({ keys }: Props) {
  const t = useTranslations('reports.keys')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const { run, busy, failure } = useAction(rotateKeyAction)
  const replace = async () => {
    const result = await run({})
    if (!result?.ok) return
    setAsking(false)
    toast({ title: t('done') })
  }
  return (
    <>
      <ul className="grid gap-2">
        {keys.map((key) => (
          <li key={key.id} className="grid">
            <code dir="ltr" className="break-all">
              {key.id}
            </code>
            <span className="text-sm text-ink-muted">{key.line}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => setAsking(true)}>{t('rotate')}</Button>
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('confirmTitle')}
        description={t('confirm')}
        closeLabel={tCommon('close')}
        footer={
          <>
            <Button variant="ghost" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
            <Button variant="primary" busy={busy} onClick={() => void replace()}>
              {t('rotate')}
            </Button>
          </>
        }
      >
        <FailureBanner failure={failure} />
      </Dialog>
    </>
  )
}
