'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { AlarmClock } from 'lucide-react'
import type { CorrectionState, Severity } from '@/domain/correction/rules'
import '../correction-words.css'

/** How grave an error is, in words; colour only repeats them. */
export function SeverityWord({ severity }: { severity: Severity }) {
  const t = useTranslations('correction.severity')
  return (
    <span className="severity" data-severity={severity}>
      {t(severity)}
    </span>
  )
}

export function StateWord({ state }: { state: CorrectionState }) {
  const t = useTranslations('correction.state')
  return (
    <span className="correction-state" data-state={state}>
      {t(state)}
    </span>
  )
}

/** When the next step is due, or since when it is late. */
export function Due({ at, overdue }: { at: Date | string | null; overdue: boolean }) {
  const t = useTranslations('correction.due')
  const format = useFormatter()
  if (!at) return null
  const moment = new Date(at)
  return (
    <time
      dateTime={moment.toISOString()}
      title={format.dateTime(moment, 'exact')}
      className={overdue ? 'due-late' : 'text-sm text-ink-muted'}
    >
      {overdue && <AlarmClock aria-hidden className="size-4 shrink-0" />}
      <span>{t(overdue ? 'overdue' : 'at', { at: format.dateTime(moment, 'short') })}</span>
    </time>
  )
}
