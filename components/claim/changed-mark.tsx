import { useTranslations } from 'next-intl'
import { History } from 'lucide-react'

/** Says in a list that colleagues changed a claim since its reader opened it. */
export function ChangedMark() {
  const t = useTranslations('common')
  return (
    <span className="flex items-center gap-1 text-sm text-ink-muted">
      <History aria-hidden className="size-3.5 shrink-0" />
      {t('changedSinceRead')}
    </span>
  )
}
