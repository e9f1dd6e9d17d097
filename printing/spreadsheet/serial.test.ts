import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { serialIn, serialOfDay } from './serial'

type Case = { time_zones: string[]; dates: { in: string; xlsx_serial: number }[]; refuse: string[] }
const { time_zones: zones, dates, refuse } = loadCase<Case>('C29_date_only')

it.each(dates)('$in is the serial number $xlsx_serial', ({ in: day, xlsx_serial }) => {
  expect(serialOfDay(day)).toBe(xlsx_serial)
})

it.each([...refuse, '', '1899-12-31', '10000-01-01'])('%s is no day of a spreadsheet', (day) => {
  expect(serialOfDay(day)).toBeNull()
})

describe('a moment', () => {
  it.each(zones)('shows the local time in %s', (timeZone) => {
    const serial = serialIn(timeZone)
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    const moment = fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (given) => {
        const at = new Date(Math.floor(given.getTime() / 1000) * 1000)
        const shown = Math.round(((serial(at) ?? 0) - 25_569) * 86_400) * 1000
        expect(new Date(shown).toISOString().slice(0, 19).replace('T', ' ')).toBe(clock.format(at))
      }),
    )
  })

  it('outside the spreadsheet calendar has no number', () => {
    expect(serialIn('UTC')(new Date('0001-01-01T00:00:00Z'))).toBeNull()
  })
})
