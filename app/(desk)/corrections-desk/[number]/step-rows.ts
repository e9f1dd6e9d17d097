import type { CorrectionDetail } from '@/domain/correction/shape'

/** Who took the step and when, ISO 8601; no name means a reader. */
type Taken = { name: string | null; at: string } | null

export type StepName = 'reported' | 'acknowledged' | 'approved' | 'second' | 'published' | 'rejected'

/** A correction's progress, as its page shows it. */
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
  /** The deadline; null if the step has none or is taken, and in a closed correction. */
  due: string | null
  late: boolean
}

type Timed = Pick<StepsRecord, 'open' | 'nextStep' | 'needsSecond' | 'overdue' | 'due' | 'taken'>

/** The steps in their order. The second person appears only where one is required; a rejection replaces publication. */
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
