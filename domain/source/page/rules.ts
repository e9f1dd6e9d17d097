import { readDay } from '@/domain/calendar/written-day'

const MACHINE_DAY = /^\d{4}-\d{2}-\d{2}(?!\d)/u
/** Numbers alone with the year last say neither which is the month nor whose habit it is. */
const TELLING = /^\d{4}|\p{L}/u

/**
 * The day on which a page says it was published, in the page's own time zone; empty when it cannot be told for certain
 * or is still to come.
 * @param today the newsroom's day, YYYY-MM-DD
 */
export function publishedDay(written: string, today: string): string {
  const given = written.trim()
  const text = MACHINE_DAY.exec(given)?.[0] ?? given
  if (!TELLING.test(text)) return ''
  const read = readDay(text, { language: 'en', today, latest: today })
  return read.ok ? read.day : ''
}
