import { dayIn } from '@/domain/calendar/clock'
import { shiftDay } from '@/domain/statistics/period'
import { withinDays } from './days'
import { filter } from './filters'
import { choicesOf } from './schema'
import type { Bind } from './table'

/** Whether a due time is past, near, or not set; today and the week are those of the newsroom. */
export const DUE = ['overdue', 'today', 'week', 'none'] as const
export type Due = (typeof DUE)[number]

/** A week is today and the six days after it. */
const DAYS = { today: 1, week: 7 }

/** The present moment and the newsroom's time zone. */
type Clock = { at: Date; zone: string }

/**
 * Rows by when they are due. A column is read as the indexes have it, with empty values last.
 * @param open SQL of whether a row can still be late
 */
export function dueOf(column: string, open: string) {
  const key = `coalesce(${column}, 'infinity'::timestamptz)`
  const one = (due: Due, { at, zone }: Clock, bind: Bind): string => {
    if (due === 'none') return `${column} is null`
    if (due === 'overdue') return `(${open} and ${key} < ${bind(at, 'timestamptz')})`
    const today = dayIn(at, zone)
    return `(${withinDays(key, { first: today, last: shiftDay(today, DAYS[due] - 1) }, zone, bind)})`
  }
  return filter(
    choicesOf(DUE),
    (given, bind, clock: Clock) => `(${given.map((due) => one(due, clock, bind)).join(' or ')})`,
  )
}
