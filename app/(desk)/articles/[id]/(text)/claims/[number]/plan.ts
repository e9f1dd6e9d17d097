import { momentTyped, wallClockOf } from '@/components/form/moment'
import type { Priority } from '@/domain/claim/rules'
import type { Claim } from '@/domain/claim/shape'

/** A claim's plan as the form holds it: nobody is an empty text, and the due time is a wall clock of the newsroom. */
export type PlanFields = { priority: Priority; assigneeId: string; dueAt: string }

type Planned = Pick<Claim, 'priority' | 'assignee' | 'dueAt'>

export const planOf = ({ priority, assignee, dueAt }: Planned, zone: string): PlanFields => ({
  priority,
  assigneeId: assignee?.id ?? '',
  dueAt: wallClockOf(dueAt, zone),
})

/** @param dueAt the stored one, which stays when nobody typed another */
export const planInput = (fields: PlanFields, zone: string, dueAt: string | null) => ({
  priority: fields.priority,
  assigneeId: fields.assigneeId || null,
  dueAt: momentTyped(fields.dueAt, zone, dueAt),
})
