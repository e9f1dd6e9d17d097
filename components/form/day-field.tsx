'use client'

import { useState, type ReactNode } from 'react'
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl'
import { EarlyInput } from '@/components/early/parts'
import { Field, Input } from '@/components/ui/field'
import { dayIn } from '@/domain/calendar/clock'
import { dayInWords } from '@/domain/calendar/calendars'
import { readDay, type WrittenDay } from '@/domain/calendar/written-day'
import { YEARS } from '@/domain/calendar/years'
import { formatTag, type Locale } from '@/text/locale'
import './day-field.css'

type Props = {
  label: ReactNode
  /** YYYY-MM-DD, or what was typed if it is no day. */
  value: string
  error?: string | undefined
  disabled?: boolean
  required?: boolean
  className?: string
  /** The field's name in a form that the browser sends by itself. */
  name?: string
  /** Whether a day after today cannot be meant. */
  past?: boolean
  onChange: (value: string) => void
  /** Further controls beside the day. */
  children?: ReactNode
}

/** What is sent for a typed text: the day if it is one, else the text itself, which the desk refuses by name. */
const sentOf = (typed: string, read: WrittenDay | null) => (read?.ok ? read.day : typed.trim())

/**
 * A day, typed as people write it or picked from the browser's calendar. It says which day was understood, in the
 * newsroom's calendar, or why it is none.
 */
export function DayField({
  label,
  value,
  error,
  past = false,
  className,
  onChange,
  children,
  ...control
}: Props) {
  const { disabled } = control
  const t = useTranslations('common.day')
  const language = useLocale()
  const today = dayIn(useNow(), useTimeZone() ?? 'UTC')
  const readOf = (text: string) =>
    text.trim() === '' ? null : readDay(text, { language, today, ...(past && { latest: today }) })
  const [typed, setTyped] = useState(value)
  const [left, setLeft] = useState(true)
  const shown = sentOf(typed, readOf(typed)) === value ? typed : value
  const read = readOf(shown)
  const enter = (text: string) => {
    setTyped(text)
    onChange(sentOf(text, readOf(text)))
  }
  const problem = read && !read.ok && left ? problemOf(t, read, today) : undefined
  return (
    <Field
      className={className}
      label={label}
      error={problem ?? error}
      hint={<span role="status">{read?.ok ? understood(t, read, language, shown) : t('hint')}</span>}
    >
      <div className="day-field">
        <Input
          dir="auto"
          autoComplete="off"
          {...control}
          value={shown}
          onChange={(event) => enter(event.target.value)}
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
        />
        <EarlyInput
          type="date"
          className="control day-picker"
          aria-label={t('pick')}
          title={t('pick')}
          disabled={disabled}
          max={past ? today : undefined}
          value={read?.ok ? read.day : ''}
          onChange={(event) => event.target.value && enter(event.target.value)}
        />
        {children}
      </div>
    </Field>
  )
}

type Translate = ReturnType<typeof useTranslations<'common.day'>>

function understood(
  t: Translate,
  { day, calendar }: Extract<WrittenDay, { ok: true }>,
  language: Locale,
  typed: string,
): string {
  const tag = formatTag(language)
  const words = dayInWords(day, tag)
  if (calendar !== 'gregory') return t('understoodAs', { day: words, other: dayInWords(day, tag, calendar) })
  return typed === day ? words : t('understood', { day: words })
}

const problemOf = (t: Translate, { problem, year }: Extract<WrittenDay, { ok: false }>, today: string) =>
  t(`problem.${problem}`, {
    year: String(year ?? ''),
    first: String(YEARS.first),
    last: String(YEARS.last),
    today,
  })
