import { z } from 'zod'
import { dayIn, startOfDay } from '@/domain/calendar/clock'
import { dayRange, type DayRange } from '@/domain/list/days'
import { filter } from '@/domain/list/filters'
import { choicesOf, ME, NOBODY, peopleOrMe } from '@/domain/list/schema'
import type { Bind } from '@/domain/list/table'
import { shiftDay } from '@/domain/statistics/period'
import type { ClaimReader } from './reader'

/** Whether a due time is past, near, or not set; the values are read in the newsroom's days. */
export const DUE = ['overdue', 'today', 'week', 'none'] as const
export type Due = (typeof DUE)[number]

/** A week is today and the six days after it. */
const DAYS = { today: 1, week: 7 }

/** When a claim is due, and that as the indexes have it. */
export const DUE_AT = 'c.due'
const DUE_KEY = `coalesce(${DUE_AT}, 'infinity'::timestamptz)`

/** The moments from the first day's beginning to the last day's end, in the newsroom's zone; null is open. */
export const momentsOf = ({ first, last }: DayRange, zone: string) => ({
  from: first === null ? null : startOfDay(first, zone),
  until: last === null ? null : startOfDay(shiftDay(last, 1), zone),
})

function within(column: string, range: DayRange, zone: string, bind: Bind): string {
  const { from, until } = momentsOf(range, zone)
  return [
    from && `${column} >= ${bind(from, 'timestamptz')}`,
    until && `${column} < ${bind(until, 'timestamptz')}`,
  ]
    .filter(Boolean)
    .join(' and ')
}

function dueSql(due: Due, { at, zone }: ClaimReader, bind: Bind): string {
  if (due === 'none') return `${DUE_AT} is null`
  if (due === 'overdue') return `(c.status = 'unreviewed' and ${DUE_KEY} < ${bind(at, 'timestamptz')})`
  const today = dayIn(at, zone)
  return `(${within(DUE_KEY, { first: today, last: shiftDay(today, DAYS[due] - 1) }, zone, bind)})`
}

/** Claims by when they are due. Overdue is a claim that nobody has reviewed. */
export const dueFilter = filter(
  choicesOf(DUE),
  (given, bind, reader: ClaimReader) => `(${given.map((one) => dueSql(one, reader, bind)).join(' or ')})`,
)

/** People by their ids, the reader as `me`, or nobody. The rows of one person are in the order of an index. */
export const assigneeFilter = filter(peopleOrMe, (given, bind, reader: ClaimReader) => {
  const [one, ...more] = personsOf(given, reader)
  const anybody =
    more.length > 0 ? `any(${bind([one, ...more], 'uuid[]')})` : one === undefined ? null : bind(one, 'uuid')
  const conditions = [
    anybody && `c.assignee_id = ${anybody}`,
    given.includes(NOBODY) && 'c.assignee_id is null',
  ].filter(Boolean)
  return `(${conditions.join(' or ')})`
})

/** The people of an assignee filter, without nobody. */
export const personsOf = (given: readonly string[], { id }: Pick<ClaimReader, 'id'>): string[] =>
  given.filter((one) => one !== NOBODY).map((one) => (one.toLowerCase() === ME ? id : one.toLowerCase()))

/** Claims that were made or changed on days of the newsroom's calendar. */
export const daysFilter = (column: string) =>
  filter(dayRange, (range, bind, { zone }: ClaimReader) => within(column, range, zone, bind) || 'true')

/** SQL for the reasons of `lastingNeed`, for a reviewed claim that nobody has signed off. */
const LASTING = `(c.status = 'disputed' or c.priority = 'urgent' or c.disputed_before
  or c.urgency_lowered_by_id is not null)`
const HELD = `exists (select 1 from claim_writer w where w.claim_id = c.id and w.person_id = c.urgency_lowered_by_id)`
const NEED = `(c.status = 'disputed' or c.priority = 'urgent' or c.disputed_before or ${HELD})`

/** Claims that a second person has to sign off before a final report, as `signOffNeed` decides. */
export const signOffFilter = filter(z.enum(['waiting']), (_, _bind, { signOff }: ClaimReader) => {
  if (signOff === 'off') return 'false'
  const unsigned = `c.status <> 'unreviewed' and c.signed_off_at is null`
  return signOff === 'reviewed' ? unsigned : `${unsigned} and ${LASTING} and ${NEED}`
})

/** Claims without a source, or with at least one. */
export const sourceFilter = filter(z.enum(['none', 'some']), (given) => {
  const has = `exists (select 1 from source s where s.claim_id = c.id and s.removed_at is null)`
  return given === 'none' ? `not ${has}` : has
})
