import { getLocale } from 'next-intl/server'
import { formatTag, localeDirection, type Locale } from '@/text/locale'
import type { Pair, Rate } from '@/domain/statistics/shape'

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S

/** Formats a day without a time zone, so that it never shifts. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** Formats numbers, days and durations on this page. */
export function figureFormat(locale: Locale) {
  const tag = formatTag(locale)
  const count = new Intl.NumberFormat(tag)
  const rate = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const full = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const unit = (value: number, name: 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(tag, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: value < 10 && name !== 'minute' ? 1 : 0,
    }).format(value)
  return {
    dir: localeDirection(locale),
    count: (value: number) => count.format(value),
    rate: (value: number | null) => (value === null ? '–' : rate.format(value)),
    day: (day: string) => full.format(noon(day)),
    bucket: (first: string, of: 'week' | 'month') => (of === 'week' ? short : month).format(noon(first)),
    days: (first: string, last: string) => short.formatRange(noon(first), noon(last)),
    duration: (seconds: number) => {
      if (seconds < HOUR_S) return unit(Math.round(seconds / MINUTE_S), 'minute')
      if (seconds < 2 * DAY_S) return unit(seconds / HOUR_S, 'hour')
      return unit(seconds / DAY_S, 'day')
    },
  }
}

export type FigureFormat = ReturnType<typeof figureFormat>

export const pageFormat = async () => figureFormat(await getLocale())

/** Compares a figure with the previous period's, for the sentence about it. */
export function trendOf({ now, before }: Pair, format: FigureFormat) {
  const trend = now > before ? 'more' : now < before ? 'less' : 'same'
  return { trend, difference: format.count(Math.abs(now - before)) } as const
}

export function rateTrendOf({ now, before }: Rate, format: FigureFormat) {
  if (now === null || before === null) return { trend: 'none', before: '' } as const
  const trend = now > before ? 'more' : now < before ? 'less' : 'same'
  return { trend, before: format.rate(before) } as const
}
