'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import { useZoneName } from '@/components/ui/zone'
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

/** A day as people write it, with a time of day beside it on the newsroom's clock. */
export function MomentField({ value, disabled, onChange, ...field }: Props) {
  const t = useTranslations('common.day')
  const zone = useZoneName()
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
        aria-label={t('timeIn', { zone })}
        title={t('timeIn', { zone })}
        disabled={disabled}
        value={time}
        onChange={(event) => onChange(momentText({ day, time: event.target.value }))}
      />
      <span aria-hidden className="self-center text-sm text-ink-muted">
        <bdi>{zone}</bdi>
      </span>
    </DayField>
  )
}
