import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sqlPool } from '@/prisma/client'
import { loadCase } from '@/tests/cases/load'
import { addDays, dayIn } from '@/domain/calendar/clock'
import { dueAt, dueDates, isOverdue, needsExplanation } from './clock'
import { CORRECTION_STATES, SEVERITIES } from './rules'

const ZONES = [
  ...loadCase<{ time_zones: string[] }>('C29_date_only').time_zones,
  'Asia/Almaty',
  'Europe/London',
  'Australia/Lord_Howe',
  'UTC',
]
const at = (iso: string) => new Date(iso)

describe('the clock of a correction', () => {
  it('asks for an acknowledgement within a day, and for publication of a serious one within that day', () => {
    const reportedAt = at('2026-03-10T09:30:00Z')
    expect(dueDates({ severity: 'serious', reportedAt }, 'UTC')).toEqual({
      acknowledge: at('2026-03-11T09:30:00Z'),
      publish: at('2026-03-11T09:30:00Z'),
    })
    expect(dueDates({ severity: 'minor', reportedAt }, 'UTC').publish).toEqual(at('2026-03-17T09:30:00Z'))
    const timed = { severity: 'minor', reportedAt } as const
    expect(dueAt({ ...timed, state: 'reported' }, 'UTC')).toEqual(at('2026-03-11T09:30:00Z'))
    expect(dueAt({ ...timed, state: 'approved' }, 'UTC')).toEqual(at('2026-03-17T09:30:00Z'))
    expect(dueAt({ ...timed, state: 'published' }, 'UTC')).toBeNull()
    expect(isOverdue({ ...timed, state: 'reported' }, 'UTC', at('2026-03-11T09:30:00Z'))).toBe(false)
    expect(isOverdue({ ...timed, state: 'reported' }, 'UTC', at('2026-03-11T09:30:00.001Z'))).toBe(true)
    expect(isOverdue({ ...timed, state: 'rejected' }, 'UTC', at('2027-01-01T00:00:00Z'))).toBe(false)
  })

  it('keeps the time of day across days of 23 or 25 hours', () => {
    const london = 'Europe/London'
    expect(addDays(at('2026-03-28T12:00:00Z'), 1, london)).toEqual(at('2026-03-29T11:00:00Z'))
    expect(addDays(at('2026-10-24T11:00:00Z'), 1, london)).toEqual(at('2026-10-25T12:00:00Z'))
    // 01:30 is skipped on 29 March and occurs twice on 25 October; the later moment counts.
    expect(addDays(at('2026-03-28T01:30:00Z'), 1, london)).toEqual(at('2026-03-29T01:30:00Z'))
    expect(addDays(at('2026-10-24T00:30:00Z'), 1, london)).toEqual(at('2026-10-25T01:30:00Z'))
  })

  it('knows the date just after midnight at UTC+5', () => {
    const almaty = 'Asia/Almaty'
    expect(dayIn(at('2026-05-09T18:59:59Z'), almaty)).toBe('2026-05-09')
    expect(dayIn(at('2026-05-09T19:00:00Z'), almaty)).toBe('2026-05-10')
    expect(addDays(at('2026-05-09T19:00:30Z'), 1, almaty)).toEqual(at('2026-05-10T19:00:30Z'))
    expect(dayIn(addDays(at('2026-05-09T19:00:30Z'), 30, almaty), almaty)).toBe('2026-06-09')
  })

  it('asks for an explanation after more than thirty days, not on the thirtieth', () => {
    const reported = at('2026-05-01T19:30:00Z')
    expect(needsExplanation(reported, at('2026-05-31T19:30:00Z'), 'Asia/Almaty')).toBe(false)
    expect(needsExplanation(reported, at('2026-05-31T19:30:01Z'), 'Asia/Almaty')).toBe(true)
  })

  it('never shifts a date, in any time zone', () => {
    const { dates } = loadCase<{ dates: { in: string; shown: string }[] }>('C29_date_only')
    for (const zone of ZONES)
      for (const day of dates) {
        const noon = at(`${day.in}T12:00:00Z`)
        const here = dayIn(noon, zone)
        expect(dayIn(addDays(noon, 0, zone), zone)).toBe(here)
        expect(dayIn(addDays(noon, 7, zone), zone)).toBe(
          dayIn(new Date(Date.parse(`${here}T00:00:00Z`) + 7 * 86_400_000), 'UTC'),
        )
      }
    expect(dates.map((day) => dayIn(at(`${day.in}T00:00:00Z`), 'UTC'))).toEqual(dates.map((day) => day.shown))
  })

  it('counts days as the database does', async () => {
    const cases = fc.sample(
      fc.record({
        moment: fc.date({
          min: at('2000-01-01T00:00:00Z'),
          max: at('2035-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        days: fc.integer({ min: 0, max: 40 }),
        zone: fc.constantFrom(...ZONES),
      }),
      400,
    )
    const edges = ['2026-03-28T01:30:00Z', '2026-10-24T00:30:00Z', '2026-10-24T01:30:00Z'].map((iso) => ({
      moment: at(iso),
      days: 1,
      zone: 'Europe/London',
    }))
    const all = [...edges, ...cases]
    const { rows } = await sqlPool().query<{ due: Date }>(
      `select ((m at time zone z) + make_interval(days => d)) at time zone z as due
       from unnest($1::timestamptz[], $2::int[], $3::text[]) with ordinality as given(m, d, z, place) order by place`,
      [all.map((one) => one.moment), all.map((one) => one.days), all.map((one) => one.zone)],
    )
    expect(all.map((one) => addDays(one.moment, one.days, one.zone).toISOString())).toEqual(
      rows.map((row) => row.due.toISOString()),
    )
  })

  it('has a due moment for each coming step, and none after the last', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CORRECTION_STATES),
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom(...ZONES),
        fc.date({ min: at('2000-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z'), noInvalidDate: true }),
        (state, severity, zone, reportedAt) => {
          const due = dueAt({ state, severity, reportedAt }, zone)
          expect(due === null).toBe(state === 'published' || state === 'rejected')
          if (due) expect(due.getTime()).toBeGreaterThan(reportedAt.getTime())
        },
      ),
    )
  })
})
