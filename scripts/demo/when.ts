import { addDays, dayIn, momentAt } from '@/domain/calendar/clock'

/** A moment that is counted from the start of the demo. */
export type When = (start: Date, zone: string) => Date

const HOUR = 3_600_000

/** A time of day in the newsroom, a number of days from today. */
export const day =
  (days: number, time: string): When =>
  (start, zone) =>
    momentAt(`${dayIn(addDays(start, days, zone), zone)}T${time}`, zone)

/** Hours from now. */
export const hours =
  (count: number): When =>
  (start) =>
    new Date(start.getTime() + count * HOUR)

/** Hours from now, rounded up to a full hour, as people set a due time. */
export const fullHour =
  (count: number): When =>
  (start) =>
    new Date(Math.ceil((start.getTime() + count * HOUR) / HOUR) * HOUR)

/** Minutes after another moment. */
export const after =
  (when: When, minutes: number): When =>
  (start, zone) =>
    new Date(when(start, zone).getTime() + minutes * 60_000)
