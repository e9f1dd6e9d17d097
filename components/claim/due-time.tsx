import { useFormatter, useTranslations } from 'next-intl'
import { AlarmClock } from 'lucide-react'
import { isDueWithArticle } from '@/domain/claim/due'
import './due-time.css'

type Props = {
  at: Date | string | null
  overdue: boolean
  /** The name of the clock's zone, where the page does not say it elsewhere. */
  zone?: string
  withArticle?: boolean
}

/** When something is due. Lateness is a sign and a word, and the colour only repeats them. */
export function DueTime({ at, overdue, zone, withArticle }: Props) {
  const t = useTranslations('common.due')
  const format = useFormatter()
  if (at === null) return null
  const moment = new Date(at)
  return (
    <span className="due-time" data-overdue={overdue || undefined}>
      {overdue && (
        <>
          <AlarmClock aria-hidden className="size-4" />
          <span>{t('overdue')}</span>
        </>
      )}
      <time
        dateTime={moment.toISOString()}
        title={format.dateTime(moment, 'exact')}
        className="md:whitespace-nowrap"
      >
        <bdi>
          {format.dateTime(moment, 'short')}
          {zone && ` ${zone}`}
        </bdi>
      </time>
      {withArticle && <span className="due-time-with">{t('withArticle')}</span>}
    </span>
  )
}

type Due = { dueAt: Date | string | null; due: Date | string | null; overdue: boolean }

/** When a claim is due, and whether that is only because its article is. */
export const ClaimDue = ({ claim, zone }: { claim: Due; zone?: string }) => (
  <DueTime at={claim.due} overdue={claim.overdue} zone={zone} withArticle={isDueWithArticle(claim)} />
)
