import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DueItem } from '@/domain/due-calendar/shape'
import { calendarOf, textOf } from '@/tests/calendar'
import { runs } from '@/tests/properties'
import { feedLine } from './corrections/feed-text'
import { dueCalendar } from './due-calendar'

const DESK = { publicUrl: 'https://desk.example.org', newsroom: 'Factdesk' }
const ARTICLE = '01a20000-0000-7000-8000-00000000000a'

const item = (given: Partial<DueItem> = {}): DueItem => ({
  kind: 'claim',
  id: '01a20000-0000-7000-8000-000000000001',
  number: 3,
  quote: 'The bridge opened in 1998',
  due: new Date('2026-12-01T18:00:00Z'),
  changedAt: new Date('2026-11-30T09:30:15Z'),
  article: { id: ARTICLE, title: 'The bridge' },
  ...given,
})

const english = (...items: DueItem[]) => dueCalendar({ language: 'en', items }, DESK)
/** What a person sees: isolates only keep the words apart from their surroundings. */
const seen = (value = '') => textOf(value).replaceAll(/[\u2066-\u2069]/g, '')

describe('the calendar', () => {
  it('has an event for a claim, which ends when the claim is due and leaves the time free', () => {
    const { calendar, events } = calendarOf(english(item()))
    expect(calendar).toMatchObject({ VERSION: '2.0', 'X-WR-CALNAME': 'Factdesk: due work' })
    expect(events).toEqual([
      {
        UID: 'claim-01a20000-0000-7000-8000-000000000001@factdesk',
        SEQUENCE: '0',
        DTSTAMP: '20261130T093015Z',
        DTSTART: '20261201T174500Z',
        DTEND: '20261201T180000Z',
        SUMMARY: 'Due: \u2068The bridge opened in 1998\u2069',
        TRANSP: 'TRANSPARENT',
        DESCRIPTION: 'Article: \u2068The bridge\u2069',
        URL: `https://desk.example.org/articles/${ARTICLE}/claims/3`,
        'LAST-MODIFIED': '20261130T093015Z',
      },
    ])
  })

  it('has the words of its language around words of any', () => {
    const items = [item({ quote: 'افتُتح الجسر عام 1998' }), item({ kind: 'correction', number: 12 })]
    const { calendar, events } = calendarOf(dueCalendar({ language: 'ar', items }, DESK))
    expect(seen(calendar['NAME'])).toBe('Factdesk: مواعيد العمل')
    expect(events.map(({ SUMMARY }) => seen(SUMMARY))).toEqual([
      'موعد ادعاء: افتُتح الجسر عام 1998',
      'موعد تصويب: The bridge opened in 1998',
    ])
    expect(events[1]?.URL).toBe('https://desk.example.org/corrections-desk/12')
  })

  it('names a correction of a whole article by its title', () => {
    const [event] = calendarOf(english(item({ kind: 'correction', quote: '' }))).events
    expect(seen(event?.SUMMARY)).toBe('Correction due: The bridge')
  })

  it('is whole without any items', () => {
    expect(calendarOf(english()).events).toEqual([])
    expect(english()).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nEND:VCALENDAR\r\n$/s)
  })

  it('says no more of a long quote than a line, and cuts no character', () => {
    const family = '👨‍👩‍👧'
    const [event] = calendarOf(english(item({ quote: family.repeat(500) }))).events
    const shown = seen(event?.SUMMARY).replace('Due: ', '')
    expect(shown.endsWith(`${family}…`)).toBe(true)
    expect(shown.slice(0, -1).replaceAll(family, '')).toBe('')
  })

  it.each([
    ['a newsroom with a comma', 'News, Ltd; \\n\r\nEND:VCALENDAR', 'News, Ltd; \\n END:VCALENDAR: due work'],
    ['an Arabic newsroom', 'غرفة الأخبار', 'غرفة الأخبار: due work'],
  ])('is named after %s', (_, newsroom, name) => {
    const { calendar } = calendarOf(dueCalendar({ language: 'en', items: [] }, { ...DESK, newsroom }))
    expect([seen(calendar['NAME']), seen(calendar['X-WR-CALNAME'])]).toEqual([name, name])
  })
})

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 150 }),
  fc.string({ unit: 'grapheme', maxLength: 150 }),
  fc
    .array(
      fc.constantFrom(
        ...['موعد', 'الادعاء', ' ', '٣', '،', ',', ';', '\\', '\\n', '\n', '\r', '\r\n', '\u0085', '\u2028'],
        ...['👨‍👩‍👧', 'é', '\ud83d', '\u202e', '\u2067', '"', ':', 'END:VEVENT', 'BEGIN:VALARM', '\0'],
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join('')),
)

it('any text survives, on lines of at most 75 octets that cut no character', () => {
  fc.assert(
    fc.property(awkward, awkward, fc.constantFrom('en', 'ar'), (quote, title, language) => {
      const items = [item({ quote, article: { id: ARTICLE, title } })]
      const file = dueCalendar({ language, items }, DESK)
      for (const line of file.split('\r\n')) {
        const bytes = Buffer.from(line)
        expect(bytes.length).toBeLessThanOrEqual(75)
        expect(bytes.toString()).toBe(line)
        expect(line).not.toMatch(/[\r\n\u0085\u2028\u2029\0]/)
      }
      const { events } = calendarOf(file)
      expect(events).toHaveLength(1)
      const text = (written: string) => feedLine(written.replaceAll('\u0085', ' '))
      expect(textOf(events[0]?.DESCRIPTION ?? '')).toContain(`\u2068${text(title)}\u2069`)
      expect(textOf(events[0]?.SUMMARY ?? '')).toContain(`\u2068${text(quote) || text(title)}\u2069`)
    }),
    { seed: 5545, numRuns: runs(400) },
  )
})
