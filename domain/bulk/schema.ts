import { z } from 'zod'
import { claimList } from '@/domain/claim/list'
import { PRIORITIES } from '@/domain/claim/rules'
import { claimIdSchema } from '@/domain/claim/schema'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { selectionParams } from '@/domain/list/params'
import { listOf } from '@/text/list'
import { moment } from '@/text/moment'
import { requestKey, wellFormed } from '@/text/wellformed'
import { BULK_MOST, SHARERS_MOST } from './rules'

const personId = z.uuid('notAnId')

/** The new values. `assigneeIds` shares the claims evenly among these people, in this order. */
const change = z
  .strictObject({
    status: z.enum(CLAIM_STATUSES, 'notOneOf').optional(),
    priority: z.enum(PRIORITIES, 'notOneOf').optional(),
    dueAt: moment.nullable().optional(),
    assigneeId: personId.nullable().optional(),
    assigneeIds: listOf(personId, SHARERS_MOST).min(1).optional(),
  })
  .superRefine((fields, ctx) => {
    if (Object.values(fields).every((value) => value === undefined))
      ctx.addIssue({ code: 'custom', message: 'bulkNothing' })
    if (fields.assigneeId !== undefined && fields.assigneeIds !== undefined)
      ctx.addIssue({ code: 'custom', path: ['assigneeIds'], message: 'bulkAssignedTwice' })
  })
export type BulkFields = z.output<typeof change>

const selection = selectionParams(claimList, {})
/** The filters and the order as the list's address writes them. An unknown name would select more than was meant. */
const filter = z.pipe(
  selection.in.extend({ q: wellFormed(z.string().max(200)).optional().pipe(selection.in.shape.q) }).strict(),
  selection.out as never,
) as unknown as typeof selection

/** The parts of a request, without the rule that joins them. */
export const bulkRequest = z.strictObject({
  claims: listOf(claimIdSchema, BULK_MOST).min(1).optional(),
  filter: filter.optional(),
  /** How many claims the sender saw the filter select. */
  count: z.number('wrongType').int().min(0).optional(),
  change,
})

/** Either claims as they were seen, or all that a filter selects with the number that was seen. */
export function requireOneChoice(
  { claims, filter: chosen, count }: Pick<z.output<typeof bulkRequest>, 'claims' | 'filter' | 'count'>,
  ctx: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void },
) {
  if ((claims === undefined) === (chosen === undefined))
    ctx.addIssue({ code: 'custom', path: ['claims'], message: 'bulkChoice' })
  if (chosen !== undefined && count === undefined)
    ctx.addIssue({ code: 'custom', path: ['count'], message: 'required' })
}

export const bulkChangeSchema = bulkRequest.extend({ requestKey }).superRefine(requireOneChoice)

export const bulkChangeIdSchema = z.object({ id: z.uuid('notAnId') })
