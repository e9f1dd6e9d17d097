const DAY = 86_400_000
/** Serial 0 of the 1900 date system, once its leap day that never was (60) is past. */
const ORIGIN = Date.UTC(1899, 11, 30)
const FIRST = 61

const fromFirst = (serial: number) => (serial >= FIRST ? serial : null)

/** The whole number that a spreadsheet keeps of a day, YYYY-MM-DD; null before March 1900, or for what is no day. */
export function daySerial(day: string): number | null {
  const [, year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []).map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const at = Date.UTC(year, month - 1, date)
  return new Date(at).toISOString().startsWith(day) ? fromFirst((at - ORIGIN) / DAY) : null
}

/** The number that a spreadsheet keeps of a moment, as the clocks of a zone showed it to the second. */
export function momentSerial(moment: string, timeZone: string): number | null {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(moment))
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? Number.NaN)
  const at = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return fromFirst((at - ORIGIN) / DAY)
}
