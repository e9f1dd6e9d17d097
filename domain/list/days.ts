import { z } from 'zod'
import { isYearOfDesk } from '@/domain/calendar/years'
import { parseDay } from '@/text/digits'

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
    const [from = '', to = from, ...more] = written.split('..').map((one) => one.trim())
    const [first, last] = [dayOf(from, ctx), dayOf(to, ctx)]
    if (more.length > 0 || (from === '' && to === ''))
      ctx.addIssue({ code: 'custom', message: 'wrongFormat' })
    if (first && last && first > last) ctx.addIssue({ code: 'custom', message: 'periodBackwards' })
    return { first, last }
  })

/** The days as an address writes them; null when both sides are open. */
export const writeDays = ({ first, last }: DayRange): string | null =>
  first === null && last === null ? null : `${first ?? ''}..${last ?? ''}`
