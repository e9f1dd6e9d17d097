'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { AlarmClock } from 'lucide-react'
import { useZoneName } from '@/components/ui/zone'
import type { CorrectionState, Severity } from '@/domain/correction/rules'
import '../correction-words.css'

/** The severity of an error in words. The colour only repeats it. */
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

/** The deadline of the next step, or how long it is overdue. */
export function Due({ at, overdue }: { at: Date | string | null; overdue: boolean }) {
  const t = useTranslations('correction.due')
  const format = useFormatter()
  const zone = useZoneName()
  if (!at) return null
  const moment = new Date(at)
  return (
    <time
      dateTime={moment.toISOString()}
      title={format.dateTime(moment, 'exact')}
      className={overdue ? 'due-late' : 'text-sm text-ink-muted'}
    >
      {overdue && <AlarmClock aria-hidden className="size-4 shrink-0" />}
      <span>{t(overdue ? 'overdue' : 'at', { at: `${format.dateTime(moment, 'short')} ${zone}` })}</span>
    </time>
  )
}
