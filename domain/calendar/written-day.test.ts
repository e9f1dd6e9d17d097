import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { CALENDARS, dayInWords, isoOf } from './calendars'
import { readDay } from './written-day'

const today = '2026-11-30'
const read = (typed: string, language = 'en', latest?: string) => {
  const found = readDay(typed, { language, today, ...(latest && { latest }) })
  return found.ok ? found.day : found.problem
}

describe('a day as people write it', () => {
  it.each([
    ['15 January 2024', '2024-01-15'],
    ['January 15th, 2024', '2024-01-15'],
    ['Monday, the 15th of Jan. 2024', '2024-01-15'],
    ['2024 January 15', '2024-01-15'],
    ['2024-01-15', '2024-01-15'],
    ['2024/1/5', '2024-01-05'],
    ['20240115', '2024-01-15'],
    ['15.1.2024', '2024-01-15'],
    ['15. Januar 2024', '2024-01-15'],
    ['1er août 2024', '2024-08-01'],
    ['le 15 janv. 2024', '2024-01-15'],
    ['١٥ يناير ٢٠٢٤', '2024-01-15'],
    ['١٥ كانون الثاني ٢٠٢٤', '2024-01-15'],
    ['15 كانون ثاني 2024', '2024-01-15'],
    ['15 جانفي 2024', '2024-01-15'],
    ['١٥ دجنبر ٢٠٢٣ م', '2023-12-15'],
    ['٣ تشرين الأول/أكتوبر ٢٠٢٤', '2024-10-03'],
    ['3 يناير/تموز 2024', 'unreadable'],
    ['الاثنين ١٥ يناير عام ٢٠٢٤', '2024-01-15'],
    ['15 محرم 1445 هـ', '2023-08-02'],
    ['15 محرم 1445', '2023-08-02'],
    ['15 Muharram 1445 AH', '2023-08-02'],
    ['15 Rabi al-Awwal 1445', '2023-09-30'],
    ['١٥ جمادى الآخرة ١٤٤٥ هـ', '2023-12-28'],
    ['15/01/1445 هـ', '2023-08-02'],
    ['۱۵ دی ۱۴۰۲', '2024-01-05'],
    ['۱ فروردین ۱۴۰۳ ه‍.ش', '2024-03-20'],
    ['1403/01/01 ش', '2024-03-20'],
    ['1/1/1403 SH', '2024-03-20'],
    ['15 Jan 24', '2024-01-15'],
    ['15/01/24', '2024-01-15'],
    ['01/15/2024', '2024-01-15'],
  ])('%s is %s', (typed, day) => {
    expect(read(typed)).toBe(day)
  })

  it('goes by the language where its numbers may mean two days', () => {
    expect(read('05/03/2024', 'en')).toBe('2024-03-05')
    expect(read('05/03/2024', 'ar')).toBe('2024-03-05')
    expect(read('05/03/2024', 'en-US')).toBe('2024-05-03')
    expect(read('05.03.2024', 'en-US')).toBe('2024-03-05')
    expect(read('۰۳/۰۱/۱۵', 'fa')).toBe('2003-01-15')
  })

  it('goes by the language where a year names no calendar, and by what can be', () => {
    expect(read('15/01/1445', 'ar')).toBe('2023-08-02')
    expect(read('15/01/1403', 'ar')).toBe('1982-11-01')
    expect(read('15/01/1403', 'fa')).toBe('2024-04-03')
    expect(read('15/01/1403', 'en')).toBe('calendar')
    expect(read('15/01/1445', 'en', today)).toBe('2023-08-02')
  })

  it.each([
    ['15 January 1445', 'year'],
    ['1445-01-15 م', 'year'],
    ['15 January 9999', 'year'],
    ['9999-12-31', 'year'],
    ['31 February 2024', 'no_such_day'],
    ['30/2/2024', 'no_such_day'],
    ['31 محرم 1445', 'no_such_day'],
    ['0/0/2024', 'no_such_day'],
    ['15 January 1445 AH', 'calendar'],
    ['15 محرم 1403 ش', 'calendar'],
    ['January 2024', 'incomplete'],
    ['2024', 'incomplete'],
    ['soon', 'unreadable'],
    ['', 'incomplete'],
    ['15 January 2024 or 2025', 'unreadable'],
    ['5 March 44 BC', 'unreadable'],
    ['1.2.3.2024', 'unreadable'],
  ])('%s is none: %s', (typed, problem) => {
    expect(read(typed)).toBe(problem)
  })

  it('is not later than it can be', () => {
    expect(read('1 December 2026', 'en', today)).toBe('future')
    expect(read('30 نوفمبر 2026', 'ar', today)).toBe('2026-11-30')
    expect(read('1/1/27', 'en', today)).toBe('1927-01-01')
    expect(read('1/1/27', 'en')).toBe('2027-01-01')
  })

  it('is the same day in the words of every calendar and language', () => {
    const languages = [
      'en',
      'en-US',
      'fr',
      'de',
      'es',
      'tr',
      'fa',
      'ar',
      'ar-EG',
      'ar-SY',
      'ar-DZ',
      'ar-MA',
      'ar-SA',
    ]
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2076-01-01'), noInvalidDate: true }),
        fc.constantFrom(...languages),
        fc.constantFrom(...CALENDARS),
        fc.constantFrom('long', 'full', 'medium'),
        (date, language, calendar, dateStyle) => {
          const words = new Intl.DateTimeFormat(language, { calendar, dateStyle, timeZone: 'UTC' }).format(
            date,
          )
          expect([words, read(words, language)]).toEqual([words, date.toISOString().slice(0, 10)])
        },
      ),
      { numRuns: runs(1500), seed: 13 },
    )
  })

  it('never is a day that its calendar does not have, whatever is typed', () => {
    const piece = fc.constantFrom(
      '1',
      '15',
      '31',
      '2024',
      '1445',
      '/',
      '-',
      ' ',
      'محرم',
      'May',
      'هـ',
      'ش',
      '.',
      '٣',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const found = readDay(pieces.join(''), { language: 'ar', today })
        if (!found.ok) return
        const [year = 0, month = 0, day = 0] = found.day.split('-').map(Number)
        expect(isoOf({ calendar: 'gregory', year, month, day })).toBe(found.day)
        expect(dayInWords(found.day, 'en')).toContain(String(year))
      }),
      { numRuns: runs(500), seed: 17 },
    )
  })
})
