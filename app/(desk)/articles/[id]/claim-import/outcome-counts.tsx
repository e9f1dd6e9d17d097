'use client'

import { useTranslations } from 'next-intl'
import { Ban, Check, CircleHelp, CircleSlash, Copy, ListChecks, TriangleAlert } from 'lucide-react'
import { ROW_OUTCOMES, type OutcomeCounts, type RowOutcome } from '@/domain/claim-import/shape'

export const OUTCOME_SIGNS = {
  anchored: Check,
  ambiguous: CircleHelp,
  broken: TriangleAlert,
  missing: CircleSlash,
  existing: ListChecks,
  duplicate: Copy,
  wrong: Ban,
} as const satisfies Record<RowOutcome, unknown>

const ALWAYS = new Set<RowOutcome>(['anchored', 'ambiguous', 'missing', 'existing', 'wrong'])

/** Says in words how many rows have each outcome. */
export function OutcomeCountList({ counts }: { counts: OutcomeCounts }) {
  const t = useTranslations('claimImport')
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {ROW_OUTCOMES.filter((outcome) => counts[outcome] > 0 || ALWAYS.has(outcome)).map((outcome) => {
        const Sign = OUTCOME_SIGNS[outcome]
        return (
          <li key={outcome} className="inline-flex items-center gap-1.5">
            <Sign aria-hidden className="size-4 shrink-0 text-ink-muted" />
            {t(`count.${outcome}`, { count: counts[outcome] })}
          </li>
        )
      })}
    </ul>
  )
}
