import { dayIn, startOfDay } from '@/domain/calendar/clock'

export const PERIOD_NAMES = ['this_month', 'last_month', 'last_90_days', 'this_year', 'custom'] as const
export type PeriodName = (typeof PERIOD_NAMES)[number]

/** About three years. */
export const DAYS_MAX = 1_098
/** Longer periods are split into months. */
const WEEKS_UP_TO_DAYS = 100
const DAY_MS = 24 * 60 * 60_000

/** `first` and `last` are dates, YYYY-MM-DD, both inclusive; `from` and `until` are half-open moments. */
export type Span = { first: string; last: string; from: Date; until: Date }

/**
 * `key` is an ISO week, 2026-W05, or a month, 2026-05. At the edges of a period the bucket covers only a part of it.
 */
export type Bucket = Span & { key: string }
export type BucketUnit = 'week' | 'month'

export const shiftDay = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

export const daysBetween = (first: string, last: string) =>
  Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1

/** From 1 for Monday to 7 for Sunday (ISO 8601). */
const weekdayOf = (day: string) => new Date(Date.parse(day)).getUTCDay() || 7

/** The ISO 8601 week of a date, with the year of its Thursday: 2015-W53 for 2016-01-01. */
export function isoWeekOf(day: string): string {
  const thursday = shiftDay(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const week = Math.ceil(daysBetween(`${year}-01-01`, thursday) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The Monday of an ISO week in the format of `isoWeekOf`; null when the year has no such week. */
export function mondayOf(week: string): string | null {
  const found = /^(\d{4})-W(\d{2})$/.exec(week)
  if (!found) return null
  // 4 January is always in the first week of its year.
  const fourth = `${found[1]}-01-04`
  const monday = shiftDay(fourth, 1 - weekdayOf(fourth) + (Number(found[2]) - 1) * 7)
  return isoWeekOf(monday) === week ? monday : null
}

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`

function spanOf(first: string, last: string, zone: string): Span {
  return { first, last, from: startOfDay(first, zone), until: startOfDay(shiftDay(last, 1), zone) }
}

export type PeriodChoice = { period: PeriodName; from?: string; to?: string }

/**
 * The period that a choice means at a moment in the zone. The month, the 90 days and the year end with the present day
 * there.
 */
export function periodOf({ period, from, to }: PeriodChoice, at: Date, zone: string): Span {
  const today = dayIn(at, zone)
  const endOfLastMonth = shiftDay(firstOfMonth(today), -1)
  switch (period) {
    case 'this_month':
      return spanOf(firstOfMonth(today), today, zone)
    case 'last_month':
      return spanOf(firstOfMonth(endOfLastMonth), endOfLastMonth, zone)
    case 'last_90_days':
      return spanOf(shiftDay(today, -89), today, zone)
    case 'this_year':
      return spanOf(`${today.slice(0, 4)}-01-01`, today, zone)
    case 'custom':
      return spanOf(from ?? today, to ?? today, zone)
  }
}

/** The same number of days immediately before the period. */
export function periodBefore({ first, last }: Span, zone: string): Span {
  return spanOf(shiftDay(first, -daysBetween(first, last)), shiftDay(first, -1), zone)
}

export const bucketUnit = ({ first, last }: Pick<Span, 'first' | 'last'>): BucketUnit =>
  daysBetween(first, last) <= WEEKS_UP_TO_DAYS ? 'week' : 'month'

/** The weeks or months of a period in order, cut at its edges. */
export function bucketsOf(period: Span, zone: string): Bucket[] {
  const unit = bucketUnit(period)
  const buckets: Bucket[] = []
  for (let first = period.first; first <= period.last;) {
    const end =
      unit === 'week'
        ? shiftDay(first, 7 - weekdayOf(first))
        : shiftDay(firstOfMonth(shiftDay(firstOfMonth(first), 31)), -1)
    const last = end < period.last ? end : period.last
    buckets.push({
      ...spanOf(first, last, zone),
      key: unit === 'week' ? isoWeekOf(first) : first.slice(0, 7),
    })
    first = shiftDay(last, 1)
  }
  return buckets
}
