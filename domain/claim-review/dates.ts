import { parseDay } from '@/text/digits'

const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?`
const OFFSET = String.raw`[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?`

const TIME = new RegExp(`^T(?=\\d\\d:)${CLOCK}(?:Z|${OFFSET})?$`)

/** Whether a text is an ISO 8601 year, month, date, or date with time, and the date exists. */
export function isIsoDate(text: string): boolean {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/.exec(text)
  if (!found) return false
  const [, year = '', month = '01', day = '01', time] = found
  return exists(year, month, day) && (time === undefined || TIME.test(time))
}

const exists = (year: string, month: string, day: string) =>
  parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) !== null

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (name: string) => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

/** What may follow a day: a time after `T`, a comma or blanks, and a zone. */
const REST = String.raw`(?:(?:[Tt]|,?\s+)${CLOCK}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s*(?:Z|z|UTC|GMT|${OFFSET}))?)?`
const NAME = String.raw`((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?`
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?`

/** Ways of writing a day that leave no doubt which one it is: the year first, or the month by its English name. */
const READINGS: readonly {
  pattern: RegExp
  order: readonly ['year' | 'month' | 'day', 'month' | 'day', 'day' | 'year']
}[] = [
  { pattern: new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${REST}$`), order: ['year', 'month', 'day'] },
  { pattern: new RegExp(`^(\\d{4})()(\\d{2})(\\d{2})${REST}$`), order: ['year', 'month', 'day'] },
  {
    pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})()\\s+${NAME},?\\s+(\\d{4})${REST}$`, 'i'),
    order: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(`^${WEEKDAY}${NAME}()\\s+(\\d{1,2}),?\\s+(\\d{4})${REST}$`, 'i'),
    order: ['month', 'day', 'year'],
  },
]

/**
 * Whether a text names one day that exists, although ISO 8601 writes it otherwise: `2021-01-05 05:00`, `2021/1/5`,
 * `Tue, 05 Jan 2021 05:00:00 GMT`. A text such as 10/03/2024 may be two days and is not readable.
 */
export function isReadableDate(text: string): boolean {
  const trimmed = text.trim()
  if (isIsoDate(trimmed)) return true
  return READINGS.some(({ pattern, order }) => {
    const found = pattern.exec(trimmed)
    if (!found) return false
    const parts = [found[1] ?? '', found[3] ?? '', found[4] ?? '']
    const part = (name: string) => parts[order.findIndex((one) => one === name)] ?? ''
    const month = part('month')
    return exists(part('year'), /^\d/.test(month) ? month : monthOf(month), part('day'))
  })
}
