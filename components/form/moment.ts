import { momentAt, wallClockIn } from '@/domain/calendar/clock'

/** The time of day that a day gets when nobody gave one. */
export const END_OF_WORK = '18:00'

const TIME = /T(\d{2}:\d{2})$/

/** A wall clock, YYYY-MM-DDTHH:MM, as its day and its time. What is no day stays as it was typed. */
export function momentParts(value: string): { day: string; time: string } {
  const time = TIME.exec(value)?.[1] ?? ''
  return { day: value.replace(TIME, ''), time }
}

/** The day and the time as one text, as a wall clock when the day is one; empty without a day. */
export const momentText = ({ day, time }: { day: string; time: string }): string =>
  day === '' ? '' : `${day}T${time || END_OF_WORK}`

/** Whether a text is a wall clock. */
const isWallClock = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)

/** A stored moment as the wall clock of a zone; empty without one. */
export const wallClockOf = (iso: string | null, zone: string): string =>
  iso === null ? '' : wallClockIn(new Date(iso), zone)

/**
 * The moment of what was typed on the clock of a zone, ISO 8601. The stored one stays when nobody typed another, because
 * a clock shows no seconds. What is no time goes to the desk, which refuses it by name.
 */
export function momentTyped(typed: string, zone: string, stored: string | null = null): string | null {
  if (typed === wallClockOf(stored, zone)) return stored
  if (typed === '') return null
  return isWallClock(typed) ? momentAt(typed, zone).toISOString() : typed
}
