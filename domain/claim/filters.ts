import { z } from 'zod'
import { dayRange, withinDays } from '@/domain/list/days'
import { dueOf } from '@/domain/list/due'
import { filter } from '@/domain/list/filters'
import { choicesOf, ME, NOBODY, peopleOrMe } from '@/domain/list/schema'
import { CUE_KINDS } from '@/text/cues/cue'
import type { ClaimReader } from './reader'

/** When a claim is due. */
export const DUE_AT = 'c.due'

/** Claims by when they are due. Overdue is a claim that nobody has reviewed. */
export const dueFilter = dueOf(DUE_AT, `c.status = 'unreviewed'`)

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
  filter(dayRange, (range, bind, { zone }: ClaimReader) => withinDays(column, range, zone, bind))

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

/** Claims whose sentences have a cue of one of these kinds in the newest text of their article. */
export const cueFilter = filter(
  choicesOf(CUE_KINDS),
  (kinds, bind) => `exists (
    select from article at join revision r on r.article_id = at.id and r.number = at.revision
      join anchor n on n.revision_id = r.id and n.claim_id = c.id and n.start < n."end"
      join sentence s on s.revision_id = r.id and s.start < n."end" and n.start < s."end"
    where at.id = c.article_id and s.cues && ${bind(kinds, 'text[]')})`,
)
