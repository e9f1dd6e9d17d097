import { z } from 'zod'
import { separator } from '@/domain/export/csv-form'
import { names } from '@/domain/list/schema'
import { asciiDigits, parseDay } from '@/text/digits'
import { DAYS_MAX, daysBetween, mondayOf, PERIOD_NAMES, shiftDay } from './period'

export const DEFAULT_PERIOD = 'last_90_days'
const FIRST_YEAR = '1970'
const LAST_YEAR = '2199'

/** A date, or an ISO week that stands for its first or last day, in any digits. */
const day = (edge: 'first' | 'last') =>
  z
    .string()
    .max(40)
    .transform((value, ctx) => {
      const monday = mondayOf(asciiDigits(value.trim()))
      const found = monday ? shiftDay(monday, edge === 'first' ? 0 : 6) : parseDay(value)
      if (found && found >= FIRST_YEAR && found.slice(0, 4) <= LAST_YEAR) return found
      ctx.addIssue({ code: 'custom', message: 'notADay' })
      return z.NEVER
    })

const fields = z.object({
  period: z.enum(PERIOD_NAMES).optional(),
  from: day('first').optional(),
  to: day('last').optional(),
  desk: names.optional(),
})

function understood({ period: named, from, to, desk }: z.output<typeof fields>, ctx: z.RefinementCtx) {
  const period = named ?? (from || to ? 'custom' : DEFAULT_PERIOD)
  const desks = desk?.length ? desk : undefined
  if (period !== 'custom') return { period, desk: desks, from: undefined, to: undefined }
  const issue = (path: 'from' | 'to', message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message })
  if (!from) issue('from', 'required')
  if (!to) issue('to', 'required')
  if (from && to && from > to) issue('to', 'periodBackwards')
  if (from && to && daysBetween(from, to) > DAYS_MAX) issue('to', 'periodTooLong')
  return { period, desk: desks, from, to }
}

/** The period and the desks, by name or id, as an address or a query string writes them. */
export const statisticsParamsSchema = fields.transform(understood)

/** The same, with the separator of a CSV. */
export const statisticsFileSchema = fields
  .extend({ separator })
  .transform(({ separator: chosen, ...given }, ctx) => ({ ...understood(given, ctx), separator: chosen }))

export type StatisticsParams = z.output<typeof statisticsParamsSchema>

/** The same parameters as an address writes them. */
export function statisticsQuery({ period, from, to, desk }: StatisticsParams): string {
  const query = new URLSearchParams({ period })
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  if (desk) query.set('desk', desk.join(','))
  return query.toString()
}
