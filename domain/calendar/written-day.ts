import { asciiDigits } from '@/text/digits'
import { CALENDARS, isoOf, yearIn, type Calendar } from './calendars'
import { meaningOf, withoutApostrophes, type Month } from './names'
import { isYearOfDesk } from './years'

export const DAY_PROBLEMS = ['unreadable', 'incomplete', 'no_such_day', 'year', 'calendar', 'future'] as const
type DayProblem = (typeof DAY_PROBLEMS)[number]

/** A day as it was understood, YYYY-MM-DD with the calendar it was written in; or why it is none. */
export type WrittenDay =
  { ok: true; day: string; calendar: Calendar } | { ok: false; problem: DayProblem; year?: number }

export type Reader = {
  /** BCP 47: it decides the order of numbers, and the calendar of a year that names none. */
  language: string
  /** The newsroom's day, YYYY-MM-DD. */
  today: string
  /** The last day that may be meant, YYYY-MM-DD. */
  latest?: string
}

const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const MAX_LENGTH = 80

/**
 * Reads a day as people write it: with names of months in any of the known languages, in the civil, the Umm al-Qura or
 * the Solar Hijri calendar, in any digits and order.
 */
export function readDay(typed: string, reader: Reader): WrittenDay {
  const text = asciiDigits(withoutApostrophes(typed).replace(INVISIBLE, '')).trim()
  const parts = text.length > MAX_LENGTH ? null : partsOf(text)
  if (!parts) return { ok: false, problem: 'unreadable' }
  const { numbers, month, calendar: named } = parts
  if (month && named && month.calendar !== named) return { ok: false, problem: 'calendar' }
  const fields = month ? withMonth(numbers, month) : ordered(numbers, text, reader.language)
  if (!fields) return { ok: false, problem: numbers.length < 3 ? 'incomplete' : 'unreadable' }
  const calendars = named ? [named] : month ? [month.calendar] : calendarsOf(fields.year, reader)
  const found = calendars.map((calendar) => dayOf(fields, calendar, reader))
  const [one, ...others] = found.filter((day) => day.ok)
  if (one && others.length > 0) return { ok: false, problem: 'calendar', year: Number(fields.year) }
  return one ?? found[0] ?? { ok: false, problem: 'year', year: Number(fields.year) }
}

type Parts = { numbers: string[]; month: Month | null; calendar: Calendar | null }

/** The most words of one name. */
const LONGEST = 4

/** The numbers and what the words between them mean; null when one is unknown, or when two are alike. */
function partsOf(text: string): Parts | null {
  const parts: Parts = { numbers: [], month: null, calendar: null }
  for (const [piece] of text.matchAll(/\d+|[^\d]+/g)) {
    if (/^\d/.test(piece)) {
      parts.numbers.push(piece)
      continue
    }
    const words = piece.match(/[\p{L}\p{M}\u0640]+/gu) ?? []
    for (let at = 0; at < words.length;) {
      const taken = longestMeaning(words.slice(at, at + LONGEST))
      if (!taken) return null
      const { word, count } = taken
      if (word.kind === 'month') {
        if (parts.month && !isSameMonth(parts.month, word.month)) return null
        parts.month = word.month
      } else if (word.kind === 'era') {
        if (parts.calendar) return null
        parts.calendar = word.calendar
      }
      at += count
    }
  }
  return parts
}

/** Newspapers write both names of a month: تشرين الأول/أكتوبر. */
const isSameMonth = (a: Month, b: Month) => a.calendar === b.calendar && a.month === b.month

function longestMeaning(words: readonly string[]) {
  for (let count = words.length; count > 0; count--) {
    const word = meaningOf(words.slice(0, count).join(' '))
    if (word) return { word, count }
  }
  return null
}

/** `year` keeps its digits, because two of them mean a century that is near. */
type Fields = { year: string; month: number; day: number }

const isYear = (number: string) => number.length > 2

/** The year is the longer number; of two short ones, the second. */
function withMonth(numbers: readonly string[], { month }: Month): Fields | null {
  const [first, second, ...more] = numbers
  if (first === undefined || second === undefined || more.length > 0) return null
  if (isYear(first) === isYear(second) && isYear(first)) return null
  return isYear(first)
    ? { year: first, month, day: Number(second) }
    : { year: second, month, day: Number(first) }
}

/**
 * Three numbers in an order: with the year first when it shows, else as the language writes them. Where that gives no
 * month, the other order does.
 */
function ordered(numbers: readonly string[], text: string, language: string): Fields | null {
  const [one, two, three, ...more] = numbers
  if (one === undefined || two === undefined || three === undefined) return compact(numbers)
  if (more.length > 0 || !/^\D*\d+\s*([-/.،,\s])\s*\d+\s*[-/.،,\s]\s*\d+\D*$/u.test(text)) return null
  const [a, b] = [Number(two), Number(three)]
  if (isYear(one))
    return isYear(three) ? null : { year: one, ...(a > 12 ? { month: b, day: a } : { month: a, day: b }) }
  const order = orderOf(language)
  if (!isYear(three) && order === 'ymd') return { year: one, month: a, day: b }
  const isMonthFirst = !text.includes('.') && order === 'mdy'
  const [day, month] = isMonthFirst ? [Number(two), Number(one)] : [Number(one), Number(two)]
  return month > 12 && day <= 12 ? { year: three, month: day, day: month } : { year: three, month, day }
}

/** Eight digits without marks between them: year, month and day. */
function compact([all, ...more]: readonly string[]): Fields | null {
  const found = more.length === 0 ? /^(\d{4})(\d{2})(\d{2})$/.exec(all ?? '') : null
  return found ? { year: found[1] ?? '', month: Number(found[2]), day: Number(found[3]) } : null
}

/** The country whose order a language without one takes. */
const WRITTEN_AS: Partial<Record<string, string>> = { en: 'en-GB' }

/** In which order a language writes day, month and year in numbers. */
function orderOf(language: string): 'dmy' | 'mdy' | 'ymd' {
  const tag = WRITTEN_AS[language] ?? language
  const letters = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'numeric', year: 'numeric' })
    .formatToParts(new Date(0))
    .flatMap(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as 'day'] ?? [])
    .join('')
  return letters === 'mdy' || letters === 'ymd' ? letters : 'dmy'
}

/** The calendar beside the civil one in which readers of a language count years. */
const COUNTED_IN: Partial<Record<string, Calendar>> = { ar: 'islamic-umalqura', fa: 'persian' }

/**
 * The calendars that a year may belong to when nothing names one. A year of the Hijri calendars of our time is read as
 * the language counts; otherwise every calendar with such a day remains.
 */
function calendarsOf(year: string, { language, today }: Reader): Calendar[] {
  if (!isYear(year)) return ['gregory']
  const others = CALENDARS.filter((calendar) => calendar !== 'gregory')
  const near: Calendar[] = others.filter(
    (calendar) => Math.abs(yearIn(today, calendar) - Number(year)) <= 100,
  )
  const own = COUNTED_IN[language.toLowerCase().split('-')[0] ?? '']
  return near.length === 0 ? ['gregory'] : own && near.includes(own) ? [own] : near
}

function dayOf(
  { year: written, month, day }: Fields,
  calendar: Calendar,
  { today, latest }: Reader,
): WrittenDay {
  const year = isYear(written)
    ? Number(written)
    : nearYear(Number(written), yearIn(latest ?? today, calendar), latest)
  const iso = isoOf({ calendar, year, month, day })
  if (iso === null) return { ok: false, problem: year > 9000 ? 'year' : 'no_such_day', year }
  if (!isYearOfDesk(iso)) return { ok: false, problem: 'year', year }
  return latest !== undefined && iso > latest
    ? { ok: false, problem: 'future', year }
    : { ok: true, day: iso, calendar }
}

/** How many years ahead two digits may mean, where a day may be in the future. */
const AHEAD = 20

/** The last year with these two digits that is not beyond the latest one that may be meant. */
function nearYear(digits: number, current: number, latest: string | undefined): number {
  const last = latest === undefined ? current + AHEAD : current
  return last - ((((last - digits) % 100) + 100) % 100)
}
