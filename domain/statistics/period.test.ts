import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, startOfDay } from '@/domain/calendar/clock'
import { sqlPool } from '@/prisma/client'
import { loadCase } from '@/tests/cases/load'
import { statisticsParamsSchema } from './params'
import { bucketsOf, daysBetween, isoWeekOf, mondayOf, periodBefore, periodOf, shiftDay } from './period'

const weeks = loadCase<{
  dates: { date: string; iso_week: string }[]
  parse: { in: string; monday: string | null }[]
}>('C47_iso_weeks')
const days = loadCase<{ time_zones: string[]; dates: { in: string; csv: string }[]; refuse: string[] }>(
  'C29_date_only',
)
const ZONES = [
  ...days.time_zones,
  'Asia/Almaty',
  'Europe/London',
  'America/New_York',
  'America/Havana',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]
const at = (iso: string) => new Date(iso)
const ends = ({ first, last }: { first: string; last: string }) => `${first} ${last}`
const read = (given: Record<string, string>) => statisticsParamsSchema.safeParse(given)
const anyDay = fc
  .date({ min: at('2000-01-01T00:00:00Z'), max: at('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('weeks', () => {
  it.each(weeks.dates)('$date is in $iso_week', ({ date, iso_week }) => {
    expect(isoWeekOf(date)).toBe(iso_week)
  })

  it.each(weeks.parse)('$in as the start of a period', ({ in: written, monday }) => {
    const beginning = read({ from: written, to: monday ?? '2024-12-31' })
    const end = read({ from: monday ?? '2020-01-01', to: written })
    expect(beginning.data?.from).toBe(monday ?? undefined)
    expect(end.data?.to).toBe(monday ? shiftDay(monday, 6) : undefined)
  })

  it('agree with the database and can be read back from their names', async () => {
    const sample = fc.sample(anyDay, 300)
    const { rows } = await sqlPool().query<{ week: string }>(
      `select to_char(d, 'IYYY-"W"IW') as week from unnest($1::date[]) with ordinality as given(d, n) order by n`,
      [sample],
    )
    expect(sample.map(isoWeekOf)).toEqual(rows.map(({ week }) => week))
    for (const day of sample) {
      const monday = mondayOf(isoWeekOf(day)) ?? ''
      expect(monday <= day && day <= shiftDay(monday, 6)).toBe(true)
    }
  })
})

describe('a period', () => {
  it('follows the newsroom’s date just after midnight at UTC+5', () => {
    const almaty = 'Asia/Almaty'
    const before = at('2026-04-30T18:59:59Z')
    const after = at('2026-04-30T19:00:00Z')
    expect(ends(periodOf({ period: 'this_month' }, before, almaty))).toBe('2026-04-01 2026-04-30')
    const may = periodOf({ period: 'this_month' }, after, almaty)
    expect(ends(may)).toBe('2026-05-01 2026-05-01')
    expect([may.from, may.until]).toEqual([after, at('2026-05-01T19:00:00Z')])
    expect(ends(periodOf({ period: 'last_month' }, before, almaty))).toBe('2026-03-01 2026-03-31')
    expect(ends(periodOf({ period: 'last_month' }, after, almaty))).toBe('2026-04-01 2026-04-30')
    expect(ends(periodOf({ period: 'this_year' }, at('2025-12-31T19:00:00Z'), almaty))).toBe(
      '2026-01-01 2026-01-01',
    )
    expect(ends(periodOf({ period: 'last_90_days' }, after, almaty))).toBe('2026-02-01 2026-05-01')
  })

  it('has days of 23 and 25 hours when clocks change', () => {
    const hours = (first: string, zone: string) => {
      const { from, until } = periodOf({ period: 'custom', from: first, to: first }, new Date(), zone)
      return (until.getTime() - from.getTime()) / 3_600_000
    }
    expect(hours('2026-03-29', 'Europe/London')).toBe(23)
    expect(hours('2026-10-25', 'Europe/London')).toBe(25)
    // Midnight itself is skipped or occurs twice.
    expect(hours('2018-11-04', 'America/Sao_Paulo')).toBe(23)
    expect(hours('2026-11-01', 'America/Havana')).toBe(25)
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0)
  })

  it('is compared with the same number of days before it', () => {
    const march = periodOf({ period: 'custom', from: '2026-03-01', to: '2026-03-31' }, new Date(), 'UTC')
    expect(ends(periodBefore(march, 'UTC'))).toBe('2026-01-29 2026-02-28')
  })

  it.each(days.dates)('$in stays the same date in every zone', ({ in: day, csv }) => {
    for (const zone of ZONES) {
      const period = periodOf(statisticsParamsSchema.parse({ from: day, to: day }), new Date(), zone)
      expect(ends(period)).toBe(`${csv} ${csv}`)
      expect(dayIn(period.from, zone)).toBe(csv)
      expect(dayIn(new Date(period.until.getTime() - 1), zone)).toBe(csv)
    }
  })

  it('is refused when its dates are invalid, reversed, too far apart or incomplete', () => {
    const keys = (given: Record<string, string>) =>
      read(given).error?.issues.map((issue) => `${issue.path.join()} ${issue.message}`)
    for (const day of days.refuse) expect(keys({ from: day, to: '2026-01-01' })).toEqual(['from notADay'])
    expect(keys({ from: '2026-02-01', to: '2026-01-31' })).toEqual(['to periodBackwards'])
    expect(keys({ from: '2020-01-01', to: '2026-01-31' })).toEqual(['to periodTooLong'])
    expect(keys({ period: 'custom', from: '2026-01-01' })).toEqual(['to required'])
    expect(keys({ from: '9999-12-31', to: '9999-12-31' })).toEqual(['from notADay', 'to notADay'])
  })

  it('splits into weeks or months without gaps or overlaps, even when clocks change', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 1_097 }),
        fc.constantFrom(...ZONES),
        (first, more, zone) => {
          const period = periodOf(
            { period: 'custom', from: first, to: shiftDay(first, more) },
            new Date(),
            zone,
          )
          const buckets = bucketsOf(period, zone)
          expect(buckets[0]?.from).toEqual(period.from)
          expect(buckets.at(-1)?.until).toEqual(period.until)
          buckets.slice(1).forEach((bucket, index) => {
            expect(bucket.from).toEqual(buckets[index]?.until)
            expect(bucket.first).toBe(shiftDay(buckets[index]?.last ?? '', 1))
          })
          expect(new Set(buckets.map(({ key }) => key)).size).toBe(buckets.length)
          expect(buckets.reduce((sum, one) => sum + daysBetween(one.first, one.last), 0)).toBe(more + 1)
          const before = periodBefore(period, zone)
          expect(before.until).toEqual(period.from)
          expect(daysBetween(before.first, before.last)).toBe(more + 1)
        },
      ),
    )
  })

  it('assigns each moment to the same day as the database does', async () => {
    const moments = fc.sample(
      fc.record({
        moment: fc.date({
          min: at('2012-01-01T00:00:00Z'),
          max: at('2035-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        zone: fc.constantFrom(...ZONES),
      }),
      500,
    )
    const edges = ZONES.flatMap((zone) =>
      ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'].flatMap((day) =>
        [0, -1, 1_800_000, 3_600_000].map((ms) => ({
          moment: new Date(startOfDay(day, zone).getTime() + ms),
          zone,
        })),
      ),
    )
    const all = [...edges, ...moments]
    const { rows } = await sqlPool().query<{ day: string }>(
      `select to_char(m at time zone z, 'YYYY-MM-DD') as day
       from unnest($1::timestamptz[], $2::text[]) with ordinality as given(m, z, n) order by n`,
      [all.map(({ moment }) => moment), all.map(({ zone }) => zone)],
    )
    all.forEach(({ moment, zone }, index) => {
      const day = rows[index]?.day ?? ''
      expect(startOfDay(day, zone).getTime()).toBeLessThanOrEqual(moment.getTime())
      expect(startOfDay(shiftDay(day, 1), zone).getTime()).toBeGreaterThan(moment.getTime())
    })
  })
})
