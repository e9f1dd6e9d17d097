import { z } from 'zod'
import { startOfDay } from '@/domain/calendar/clock'
import { isYearOfDesk } from '@/domain/calendar/years'
import { shiftDay } from '@/domain/statistics/period'
import { parseDay } from '@/text/digits'
import type { Bind } from './table'

/** Days in the form YYYY-MM-DD, both inclusive; null leaves that side open. */
export type DayRange = { first: string | null; last: string | null }

function dayOf(written: string, ctx: z.RefinementCtx): string | null {
  if (written === '') return null
  const day = parseDay(written)
  if (!day) ctx.addIssue({ code: 'custom', message: 'notADay' })
  else if (!isYearOfDesk(day)) ctx.addIssue({ code: 'custom', message: 'dayYear' })
  return day
}

/** The days of an address: `2026-11-01..2026-11-30`, with either side left out, or one day alone. */
export const dayRange = z
  .string()
  .max(60)
  .transform((written, ctx): DayRange => {
    const [from = '', to, ...more] = written.split('..').map((one) => one.trim())
    const first = dayOf(from, ctx)
    const last = to === undefined ? first : dayOf(to, ctx)
    if (more.length > 0 || (from === '' && !to)) ctx.addIssue({ code: 'custom', message: 'wrongFormat' })
    if (first && last && first > last) ctx.addIssue({ code: 'custom', message: 'periodBackwards' })
    return { first, last }
  })

/** The days as an address writes them; null when both sides are open. */
export const writeDays = ({ first, last }: DayRange): string | null =>
  first === null && last === null ? null : `${first ?? ''}..${last ?? ''}`

/** SQL for a moment between the beginning of the first day and the end of the last one, in the newsroom's zone. */
export function withinDays(column: string, { first, last }: DayRange, zone: string, bind: Bind): string {
  const from = first && `${column} >= ${bind(startOfDay(first, zone), 'timestamptz')}`
  const until = last && `${column} < ${bind(startOfDay(shiftDay(last, 1), zone), 'timestamptz')}`
  return [from, until].filter(Boolean).join(' and ') || 'true'
}
