import { Temporal } from 'temporal-polyfill'

const shownIn = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

const dateOf = ({ epochMilliseconds }: Temporal.ZonedDateTime) => new Date(epochMilliseconds)

/** How far clocks in the zone are before UTC, in milliseconds. */
export const offsetIn = (at: Date, zone: string): number => shownIn(at, zone).offsetNanoseconds / 1_000_000

/** The day it is in the zone, as YYYY-MM-DD. */
export const dayIn = (at: Date, zone: string): string => shownIn(at, zone).toPlainDate().toString()

/**
 * The same time of day so many days later in the zone, whether or not a day there has 24 hours. Of two such moments,
 * and of the two readings of an hour that is skipped, the later one: as PostgreSQL's `at time zone` has it.
 */
export const addDays = (at: Date, days: number, zone: string): Date =>
  dateOf(shownIn(at, zone).toPlainDateTime().add({ days }).toZonedDateTime(zone, { disambiguation: 'later' }))

/** The first moment of a day in the zone: the first of two midnights, or the end of the gap that swallows it. */
export const startOfDay = (day: string, zone: string): Date =>
  dateOf(Temporal.PlainDate.from(day).toZonedDateTime(zone))
