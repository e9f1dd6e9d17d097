const DAY_MS = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)
/** Before 1900-03-01 spreadsheets count a day that never was; after 9999 they know no dates. */
const FIRST = 61
const BEYOND = 2_958_466
/** Zones change their offset at whole quarters of an hour. */
const QUARTER_MS = 900_000
const CACHE_MAX = 20_000

const possible = (serial: number) => (serial >= FIRST && serial < BEYOND ? serial : null)

/** The serial number of a day (YYYY-MM-DD), always whole; null for what spreadsheets cannot count. */
export function serialOfDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) return null
  return possible((at.getTime() - EPOCH) / DAY_MS)
}

/**
 * The serial number of a moment as clocks of the zone show it: days since 1899-12-30, with the time as a fraction. Null
 * for what spreadsheets cannot count.
 */
export function serialIn(timeZone: string): (at: Date) => number | null {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const offsets = new Map<number, number>()
  const offsetOf = (at: number) => {
    const of: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(at)) of[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = of
    return Date.UTC(year, month - 1, day, hour, minute, second) - at
  }
  return (at) => {
    if (at.getTime() < EPOCH) return null
    const quarter = Math.floor(at.getTime() / QUARTER_MS)
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      offset = offsetOf(quarter * QUARTER_MS)
      if (offsets.size >= CACHE_MAX) offsets.clear()
      offsets.set(quarter, offset)
    }
    return possible((at.getTime() + offset - EPOCH) / DAY_MS)
  }
}
