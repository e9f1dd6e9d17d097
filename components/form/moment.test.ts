import fc from 'fast-check'
import { expect, it } from 'vitest'
import { zoneName } from '@/domain/calendar/zone-name'
import { loadCase } from '@/tests/cases/load'
import { momentParts, momentText, momentTyped, wallClockOf } from './moment'

it.each([
  ['2024-01-15T09:30', { day: '2024-01-15', time: '09:30' }],
  ['TomorrowT18:00', { day: 'Tomorrow', time: '18:00' }],
  ['', { day: '', time: '' }],
])('%s has a day and a time', (value, parts) => {
  expect(momentParts(value)).toEqual(parts)
  expect(momentText(parts)).toBe(value)
})

it('a day without a time ends with the working day', () => {
  expect(momentText({ day: '2024-01-15', time: '' })).toBe('2024-01-15T18:00')
})

it.each([
  ['2026-11-30T18:00', 'Africa/Cairo', '2026-11-30T16:00:00.000Z'],
  ['2026-11-30T18:00', 'Asia/Almaty', '2026-11-30T13:00:00.000Z'],
  ['2026-07-01T18:00', 'Europe/London', '2026-07-01T17:00:00.000Z'],
  ['2026-11-30T18:00', 'America/New_York', '2026-11-30T23:00:00.000Z'],
  ['', 'UTC', null],
  ['TomorrowT18:00', 'Africa/Cairo', 'TomorrowT18:00'],
])('%s typed on the clock of %s is %s', (typed, zone, moment) => {
  expect(momentTyped(typed, zone)).toBe(moment)
})

it('a due time is typed and shown on the clock of the newsroom, wherever the browser is', () => {
  const how = loadCase<{ how: string }>('N18_due_two_clocks').how
  const zone = /NEWSROOM_TIME_ZONE=(\S+?);/.exec(how)?.[1] ?? ''
  const typed = /Due = (\S+?),/.exec(how)?.[1] ?? ''
  const browser = /browser in (\S+?);/.exec(how)?.[1] ?? ''
  const stored = momentTyped(typed, zone)
  expect(stored).toBe('2026-12-10T16:00:00.000Z')
  expect(wallClockOf(stored, zone)).toBe(typed)
  expect(wallClockOf(stored, browser)).not.toBe(typed)
  expect(['en', 'ar'].map((language) => zoneName(zone, language))).toEqual([
    'Egypt Time',
    expect.stringContaining('مصر'),
  ])
})

it('a moment is shown as it was typed, and stays as it is when nobody types another', () => {
  const zones = fc.constantFrom('UTC', 'Africa/Cairo', 'Asia/Almaty', 'Asia/Kolkata', 'America/New_York')
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      const iso = at.toISOString()
      const shown = wallClockOf(iso, zone)
      expect(momentTyped(shown, zone, iso)).toBe(iso)
      // An hour that the clock shows twice means its first time.
      expect(wallClockOf(momentTyped(shown, zone), zone)).toBe(shown)
    }),
  )
})
