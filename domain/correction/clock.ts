import type { CorrectionState, Severity } from './rules'

/** In how many days each is due, counted from the report. */
export const TARGETS = {
  acknowledge: { minor: 1, significant: 1, serious: 1 },
  publish: { minor: 7, significant: 7, serious: 1 },
} as const satisfies Record<string, Record<Severity, number>>

/** Readers are told why a correction came later than so many days after the report. */
export const EXPLAIN_AFTER_DAYS = 30

const DAY_MS = 24 * 60 * 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}

/** What a clock on the wall in the zone shows, as if it were UTC, in milliseconds. */
function wallClock(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const milliseconds = ((at % 1000) + 1000) % 1000
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds)
}

/** What a wall clock's time may mean by the offsets of the days before and after it. */
function readingsOf(wall: number, zone: string): number[] {
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((near) => wallClock(near, zone) - near)
  return offsets.map((offset) => wall - offset)
}

/**
 * The moment when the zone's wall clock shows `wall`. Of two such moments, and of the two readings of an hour that is
 * skipped, the later one: as PostgreSQL's `at time zone` has it.
 */
function momentOf(wall: number, zone: string): number {
  const readings = readingsOf(wall, zone)
  const fitting = readings.filter((reading) => wallClock(reading, zone) === wall)
  return Math.max(...(fitting.length > 0 ? fitting : readings))
}

/** The same time of day so many days later in the zone, whether or not a day there has 24 hours. */
export function addDays(at: Date, days: number, zone: string): Date {
  return new Date(momentOf(wallClock(at.getTime(), zone) + days * DAY_MS, zone))
}

/** The day it is in the zone, as YYYY-MM-DD. */
export const dayIn = (at: Date, zone: string): string =>
  new Date(wallClock(at.getTime(), zone)).toISOString().slice(0, 10)

/** The first moment of a day in the zone: the first of two midnights, or the end of the gap that swallows it. */
export function startOfDay(day: string, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const readings = readingsOf(midnight, zone)
  const fitting = readings.filter((reading) => wallClock(reading, zone) === midnight)
  return new Date(fitting.length > 0 ? Math.min(...fitting) : Math.max(...readings))
}

export type Timed = { state: CorrectionState; severity: Severity; reportedAt: Date }

/** When a correction is to be acknowledged and published. */
export const dueDates = ({ severity, reportedAt }: Pick<Timed, 'severity' | 'reportedAt'>, zone: string) => ({
  acknowledge: addDays(reportedAt, TARGETS.acknowledge[severity], zone),
  publish: addDays(reportedAt, TARGETS.publish[severity], zone),
})

/** When the next step is due; null once nothing is to be done. */
export function dueAt(correction: Timed, zone: string): Date | null {
  if (correction.state === 'published' || correction.state === 'rejected') return null
  const due = dueDates(correction, zone)
  return correction.state === 'reported' ? due.acknowledge : due.publish
}

/** Whether the next step is late. */
export function isOverdue(correction: Timed, zone: string, at: Date): boolean {
  const due = dueAt(correction, zone)
  return due !== null && due.getTime() < at.getTime()
}

/** Whether more than thirty days lie between the report and `at`: readers are told why. */
export const needsExplanation = (reportedAt: Date, at: Date, zone: string): boolean =>
  addDays(reportedAt, EXPLAIN_AFTER_DAYS, zone).getTime() < at.getTime()
