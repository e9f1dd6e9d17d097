import type { CorrectionDetail } from '@/domain/correction/queries'

/** Who did it and when, ISO 8601; without a name a reader did. */
type Taken = { name: string | null; at: string } | null

export type StepName = 'reported' | 'acknowledged' | 'approved' | 'second' | 'published' | 'rejected'

/** How far a correction has come, as its page shows it. */
export type StepsRecord = Pick<
  CorrectionDetail,
  'id' | 'version' | 'nextStep' | 'needsSecond' | 'late' | 'overdue' | 'secondRefused'
> & {
  open: boolean
  seconded: boolean
  due: { acknowledge: string; publish: string }
  taken: Record<StepName, Taken>
  may: { handle: boolean; second: boolean }
}

export type StepRow = {
  name: StepName
  taken: Taken
  /** By when it is to be taken; null where that is not known or not said any more. */
  due: string | null
  late: boolean
}

type Timed = Pick<StepsRecord, 'open' | 'nextStep' | 'needsSecond' | 'overdue' | 'due' | 'taken'>

/** The steps in their order. Where a second person is not asked for there is none, and a rejected one is not published. */
export function stepRows({ open, nextStep, needsSecond, overdue, due, taken }: Timed): StepRow[] {
  const names: StepName[] = [
    'reported',
    'acknowledged',
    'approved',
    ...(needsSecond || taken.second ? (['second'] as const) : []),
    taken.rejected ? 'rejected' : 'published',
  ]
  const dues: Partial<Record<StepName, string>> = { acknowledged: due.acknowledge, published: due.publish }
  const nextDue = nextStep === 'acknowledged' ? 'acknowledged' : 'published'
  return names.map((name) => {
    const dueAt = open && !taken[name] ? (dues[name] ?? null) : null
    return { name, taken: taken[name], due: dueAt, late: dueAt !== null && overdue && name === nextDue }
  })
}

/** Whether the next step has to wait for a second person. */
export const waitsForSecond = ({ nextStep, needsSecond, seconded }: StepsRecord) =>
  nextStep === 'published' && needsSecond && !seconded
