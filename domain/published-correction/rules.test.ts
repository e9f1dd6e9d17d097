import { describe, expect, it } from 'vitest'
import { readAddress } from '@/app/address'
import { encodeCursor } from '@/domain/list/cursor'
import { firstOrder } from '@/domain/list/table'
import { loadCase } from '@/tests/cases/load'
import { publishedList, publishedListSchema } from './list'
import { byMonth, changesOf, isUpdated, readNumber, type Told } from './rules'

const at = (iso: string) => new Date(iso)
const rowsAt = (...moments: string[]) => moments.map((iso) => ({ publishedAt: at(iso) }))
const months = (zone: string, ...moments: string[]) =>
  byMonth(rowsAt(...moments), zone).map(({ month, rows }) => [month, rows.length])

describe('the newsroom’s months', () => {
  it('begin at its midnight, also at UTC+5', () => {
    const aroundMidnight = ['2026-05-31T19:00:00Z', '2026-05-31T18:59:59.999Z']
    expect(months('Asia/Almaty', ...aroundMidnight)).toEqual([
      ['2026-06', 1],
      ['2026-05', 1],
    ])
    expect(months('UTC', ...aroundMidnight)).toEqual([['2026-05', 2]])
  })

  it('do not shift when clocks go back or forward', () => {
    expect(months('Europe/London', '2026-03-31T23:00:00Z', '2026-03-31T22:59:59Z')).toEqual([
      ['2026-04', 1],
      ['2026-03', 1],
    ])
    expect(months('Europe/London', '2026-11-01T00:00:00Z', '2026-10-31T23:59:59Z')).toEqual([
      ['2026-11', 1],
      ['2026-10', 1],
    ])
  })

  it('follow the date in every zone (C29) and the calendar at the end of a year (C47)', () => {
    const { dates, time_zones: zones } = loadCase<{ dates: { in: string }[]; time_zones: string[] }>(
      'C29_date_only',
    )
    const { dates: ends } = loadCase<{ dates: { date: string }[] }>('C47_iso_weeks')
    for (const day of [...dates.map((one) => one.in), ...ends.map((one) => one.date)]) {
      expect(months('UTC', `${day}T00:00:00Z`)).toEqual([[day.slice(0, 7), 1]])
      // Pacific/Kiritimati is 14 hours ahead of UTC, so its midnight is 10:00 UTC on the day before.
      const midnight = new Date(Date.parse(`${day}T00:00:00Z`) - 14 * 3_600_000).toISOString()
      expect(zones).toContain('Pacific/Kiritimati')
      expect(months('Pacific/Kiritimati', midnight)).toEqual([[day.slice(0, 7), 1]])
    }
  })
})

describe('the amendments of a correction', () => {
  const told: Told = { kind: 'correction', wrong: 'a', right: 'b', note: 'c', explanation: '' }

  it('show the words before each of them, the newest first', () => {
    const changes = changesOf({ ...told, right: 'b3', note: 'c2' }, [
      { at: at('2026-01-01T00:00:00Z'), reason: 'first', substantive: false, before: told },
      {
        at: at('2026-01-02T00:00:00Z'),
        reason: 'second',
        substantive: true,
        before: { ...told, right: 'b2' },
      },
    ])
    expect(changes.map(({ reason, was }) => [reason, was])).toEqual([
      ['second', { right: 'b2', note: 'c' }],
      ['first', { right: 'b' }],
    ])
    expect(changesOf(told, [])).toEqual([])
  })

  it('count as an update only when readers were notified', () => {
    const publishedAt = at('2026-01-01T00:00:00Z')
    expect(isUpdated({ publishedAt, updatedAt: publishedAt })).toBe(false)
    expect(isUpdated({ publishedAt, updatedAt: at('2026-01-01T00:00:00.001Z') })).toBe(true)
  })
})

describe('the address of the public list', () => {
  const id = '0193a000-0000-7000-8000-000000000000'

  it('ignores unusable parameters and uses the rest', async () => {
    const read = (written: Record<string, string>) =>
      readAddress(publishedListSchema, Promise.resolve(written))
    const whole = { month: '2026-02', kind: 'retraction', article: id, q: ' x ' }
    expect(await read(whole)).toEqual({ params: whole, used: whole, issues: [], written: whole })
    const odd = { month: '2026-13', kind: 'praise', article: 'x', q: 'a\u0000', after: 'e30', other: '1' }
    const { params, issues } = await read(odd)
    expect(params).toEqual({})
    expect(issues).toHaveLength(5)
    expect((await read({ ...odd, kind: 'correction' })).params).toEqual({ kind: 'correction' })
  })

  it('accepts a cursor only exactly as it was made', () => {
    const by = firstOrder(publishedList)
    const keyset = ['2026-02-01T00:00:00.123Z', id]
    expect(publishedListSchema.parse({ after: encodeCursor(by, keyset) }).after).toEqual(keyset)
    for (const forged of [
      '',
      '%',
      encodeCursor(by, ['2026-02-31T00:00:00.000Z', id]),
      encodeCursor(by, ['+012026-02-01T00:00:00.000Z', id]),
      encodeCursor(by, ['2026-02-01T00:00:00.000Z', "' or 1=1"]),
    ])
      expect(publishedListSchema.safeParse({ after: forged }).success).toBe(false)
  })

  it('accepts correction numbers as people write them, and no others', () => {
    expect(['1', '42', '999999999'].map(readNumber)).toEqual([1, 42, 999_999_999])
    expect(['0', '01', '-1', '1e3', '1.0', '٤', '9999999999', ''].map(readNumber)).toEqual(
      Array(8).fill(null),
    )
  })
})
