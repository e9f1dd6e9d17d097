import { Temporal } from 'temporal-polyfill'

const shownIn = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

const dateOf = ({ epochMilliseconds }: Temporal.ZonedDateTime) => new Date(epochMilliseconds)

/** How far clocks in the zone are ahead of UTC, in milliseconds. */
export const offsetIn = (at: Date, zone: string): number => shownIn(at, zone).offsetNanoseconds / 1_000_000

/** The date in the zone at this moment, as YYYY-MM-DD. */
export const dayIn = (at: Date, zone: string): string => shownIn(at, zone).toPlainDate().toString()

/** What clocks in the zone show at this moment, to the minute: YYYY-MM-DDTHH:MM. */
export const wallClockIn = (at: Date, zone: string): string =>
  shownIn(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The moment at which clocks in the zone show this. One that occurs twice or is skipped counts as in `addDays`. */
export const momentAt = (wallClock: string, zone: string): Date =>
  dateOf(Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone, { disambiguation: 'later' }))

/**
 * The same time of day in the zone, a number of days later, even when a day there does not have 24 hours. When that
 * time occurs twice or is skipped, the later moment counts, as in PostgreSQL's `at time zone`.
 */
export const addDays = (at: Date, days: number, zone: string): Date =>
  dateOf(shownIn(at, zone).toPlainDateTime().add({ days }).toZonedDateTime(zone, { disambiguation: 'later' }))

/**
 * The first moment of a day in the zone. If midnight occurs twice, it is the first; if midnight is skipped, the day
 * begins at the end of the gap.
 */
export const startOfDay = (day: string, zone: string): Date =>
  dateOf(Temporal.PlainDate.from(day).toZonedDateTime(zone))
