import { Temporal } from 'temporal-polyfill/full'

/** The calendars in which people write days, by their Unicode names: civil, Umm al-Qura and Solar Hijri. */
export const CALENDARS = ['gregory', 'islamic-umalqura', 'persian'] as const
export type Calendar = (typeof CALENDARS)[number]

export type CalendarDay = { calendar: Calendar; year: number; month: number; day: number }

/** The day as YYYY-MM-DD; null when its calendar has no such day. */
export function isoOf({ calendar, year, month, day }: CalendarDay): string | null {
  try {
    const date = Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' })
    return date.withCalendar('iso8601').toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The year of a day, given as YYYY-MM-DD, in a calendar. */
export const yearIn = (day: string, calendar: Calendar): number =>
  Temporal.PlainDate.from(day).withCalendar(calendar).year

/** The days of a calendar on which each of its twelve months begins, as YYYY-MM-DD. */
export const monthsOf = (calendar: Calendar): string[] => {
  const { year } = Temporal.PlainDate.from('2024-06-15').withCalendar(calendar)
  return Array.from({ length: 12 }, (_, index) => isoOf({ calendar, year, month: index + 1, day: 1 }) ?? '')
}

/** A day, given as YYYY-MM-DD, in the words of a language and a calendar. */
export const dayInWords = (day: string, language: string, calendar: Calendar = 'gregory'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC', calendar }).format(
    new Date(`${day}T00:00:00Z`),
  )
