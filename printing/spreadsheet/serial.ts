import { offsetIn } from '@/domain/calendar/clock'

const DAY_MS = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)
/** Before 1900-03-01 spreadsheets count a day that never existed; after 9999 they have no dates. */
const FIRST = 61
const BEYOND = 2_958_466
/** Time zones change their offset only at full quarters of an hour. */
const QUARTER_MS = 900_000
/** A workbook of all claims converts each of their moments. */
const CACHE_MAX = 20_000

const possible = (serial: number) => (serial >= FIRST && serial < BEYOND ? serial : null)

/** The serial number of a day (YYYY-MM-DD), always whole; null outside the spreadsheet calendar. */
export function serialOfDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return null
  return possible((at.getTime() - EPOCH) / DAY_MS)
}

/**
 * Converts moments to serial numbers in the zone's local time: days since 1899-12-30, with the time to the second as a
 * fraction. Null outside the spreadsheet calendar.
 */
export function serialIn(timeZone: string): (at: Date) => number | null {
  const offsets = new Map<number, number>()
  return (at) => {
    if (at.getTime() < EPOCH) return null
    const quarter = Math.floor(at.getTime() / QUARTER_MS)
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      offset = offsetIn(new Date(quarter * QUARTER_MS), timeZone)
      if (offsets.size >= CACHE_MAX) offsets.clear()
      offsets.set(quarter, offset)
    }
    const shown = Math.floor((at.getTime() + offset) / 1000) * 1000
    return possible((shown - EPOCH) / DAY_MS)
  }
}
