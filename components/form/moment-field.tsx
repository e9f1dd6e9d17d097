'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import { momentParts, momentText } from './moment'
import { DayField } from './day-field'

type Props = {
  label: ReactNode
  /** A day and a time of day, as `momentText` joins them. */
  value: string
  error?: string | undefined
  disabled?: boolean
  className?: string
  onChange: (value: string) => void
}

/** A day as people write it, with a time of day beside it. */
export function MomentField({ value, disabled, onChange, ...field }: Props) {
  const t = useTranslations('common.day')
  const { day, time } = momentParts(value)
  return (
    <DayField
      {...field}
      disabled={disabled}
      value={day}
      onChange={(typed) => onChange(momentText({ day: typed, time }))}
    >
      <EarlyInput
        type="time"
        className="control day-time"
        aria-label={t('time')}
        title={t('time')}
        disabled={disabled}
        value={time}
        onChange={(event) => onChange(momentText({ day, time: event.target.value }))}
      />
    </DayField>
  )
}
