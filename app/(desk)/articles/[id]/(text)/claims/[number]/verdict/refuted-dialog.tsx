'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props = { refuting: number; onVerify: () => void; onClose: () => void }

/** Asks before a disputed claim with refuting sources is marked verified. */
export function RefutedDialog({ refuting, onVerify, onClose }: Props) {
  const t = useTranslations('article.verdict')
  const tCommon = useTranslations('common')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('refutedTitle')}
      description={t('refuted', { count: refuting })}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button variant="primary" autoFocus onClick={onVerify}>
            {t('verifyAnyway')}
          </Button>
        </>
      }
    />
  )
}
