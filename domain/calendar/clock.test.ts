import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { momentAt, wallClockIn } from './clock'

const ZONES = [
  'UTC',
  'Asia/Riyadh',
  'Asia/Almaty',
  'Africa/Casablanca',
  'Europe/London',
  'Australia/Lord_Howe',
]

it.each([
  ['2026-03-28T12:34:56Z', 'Asia/Riyadh', '2026-03-28T15:34'],
  ['2026-12-31T22:00:00Z', 'Asia/Almaty', '2027-01-01T03:00'],
  ['2026-07-01T11:30:00Z', 'America/St_Johns', '2026-07-01T09:00'],
  ['2026-10-25T00:30:00Z', 'Europe/London', '2026-10-25T01:30'],
  ['2026-10-25T01:30:00Z', 'Europe/London', '2026-10-25T01:30'],
])('at %s clocks in %s show %s', (at, zone, shown) => expect(wallClockIn(new Date(at), zone)).toBe(shown))

it.each([
  ['2026-10-25T01:30', 'Europe/London', '2026-10-25T01:30:00.000Z'],
  ['2026-03-29T01:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
  ['2026-01-01T00:00', 'Asia/Riyadh', '2025-12-31T21:00:00.000Z'],
])('%s in %s is a moment, the later one in doubt', (shown, zone, at) =>
  expect(momentAt(shown, zone).toISOString()).toBe(at),
)

it('what clocks show of a moment leads back to it, but for an hour that occurs twice', () => {
  const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
      const at = new Date(minute * 60_000)
      const back = momentAt(wallClockIn(at, zone), zone)
      expect(wallClockIn(back, zone)).toBe(wallClockIn(at, zone))
      expect([0, 30, 60]).toContain((back.getTime() - at.getTime()) / 60_000)
    }),
    { numRuns: runs(300) },
  )
})
