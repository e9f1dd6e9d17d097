import { useTranslations } from 'next-intl'
import { ProgressBar } from '@/components/ui/progress-bar'
import { type StatusCounts } from '@/domain/claim/rules'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'

const ORDER = [...CLAIM_STATUSES].reverse()

/** The progress of an article's check, as a bar and in words. */
export function StatusBar({ counts }: { counts: StatusCounts }) {
  const t = useTranslations('article')
  const tCommon = useTranslations('common')
  const total = ORDER.reduce((sum, status) => sum + counts[status], 0)
  if (total === 0) return <p className="text-sm text-ink-muted">{tCommon('claimCount', { count: 0 })}</p>
  return (
    <ProgressBar
      label={t('progress', { done: total - counts.unreviewed, total })}
      parts={ORDER.map((status) => ({ status, count: counts[status], label: tCommon(`status.${status}`) }))}
    />
  )
}
