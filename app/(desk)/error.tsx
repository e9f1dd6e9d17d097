'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('article')
  const tCommon = useTranslations('common')
  return (
    <EmptyState
      title={t('errorTitle')}
      description={t('errorHint')}
      action={<Button onClick={reset}>{tCommon('retry')}</Button>}
    />
  )
}
