import { addDays } from '@/domain/calendar/clock'
import type { CorrectionState, Severity } from './rules'

/** The days that each step may take, counted from when the error was reported. */
export const TARGETS = {
  acknowledge: { minor: 1, significant: 1, serious: 1 },
  publish: { minor: 7, significant: 7, serious: 1 },
} as const satisfies Record<string, Record<Severity, number>>

/** A correction published more than this many days after the error was reported explains the delay to readers. */
export const EXPLAIN_AFTER_DAYS = 30

export type Timed = { state: CorrectionState; severity: Severity; reportedAt: Date }

/** When a correction must be acknowledged and when it must be published. */
export const dueDates = ({ severity, reportedAt }: Pick<Timed, 'severity' | 'reportedAt'>, zone: string) => ({
  acknowledge: addDays(reportedAt, TARGETS.acknowledge[severity], zone),
  publish: addDays(reportedAt, TARGETS.publish[severity], zone),
})

/** When the next step is due; null after the last step. */
export function dueAt(correction: Timed, zone: string): Date | null {
  if (correction.state === 'published' || correction.state === 'rejected') return null
  const due = dueDates(correction, zone)
  return correction.state === 'reported' ? due.acknowledge : due.publish
}

/** Whether the next step is late. */
export function isOverdue(correction: Timed, zone: string, at: Date): boolean {
  const due = dueAt(correction, zone)
  return due !== null && due.getTime() < at.getTime()
}

/** Whether the error was reported more than thirty days before `at`, so that readers need an explanation. */
export const needsExplanation = (reportedAt: Date, at: Date, zone: string): boolean =>
  addDays(reportedAt, EXPLAIN_AFTER_DAYS, zone).getTime() < at.getTime()
